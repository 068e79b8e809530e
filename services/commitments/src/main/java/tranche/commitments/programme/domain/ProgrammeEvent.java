package tranche.commitments.programme.domain;

import java.time.LocalDate;
import java.util.Optional;
import tranche.values.actor.Maker;
import tranche.values.register.ForeignIdentity;

/** What happened to a programme. */
public sealed interface ProgrammeEvent {

    record Created(
            ProgrammeId id,
            ProgrammeContent content,
            Optional<ForeignIdentity> foreign,
            LocalDate effectiveDate,
            Maker by)
            implements ProgrammeEvent {}
}
