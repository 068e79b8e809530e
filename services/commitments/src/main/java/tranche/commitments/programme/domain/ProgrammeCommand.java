package tranche.commitments.programme.domain;

import java.time.LocalDate;
import java.util.Optional;
import tranche.values.actor.Actor;
import tranche.values.register.ForeignIdentity;

/** What can be asked of a programme. */
public sealed interface ProgrammeCommand {

    /** Opens a programme. The effective date is today in the programme's zone where none is given. */
    record Create(
            ProgrammeId id,
            ProgrammeContent content,
            Optional<ForeignIdentity> foreign,
            Optional<LocalDate> effectiveDate,
            Actor by)
            implements ProgrammeCommand {}

    /** Has it told which thresholds of the raise are passed; the system alone asks for it. */
    record MeasureRaise(ProgrammeId id) implements ProgrammeCommand {}
}
