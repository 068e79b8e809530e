package tranche.commitments.programme.domain;

import java.time.LocalDate;
import java.util.Optional;
import tranche.values.actor.Maker;
import tranche.values.money.Money;
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

    /**
     * What is committed has passed a share of the target.
     *
     * @param committed to its funds of the headline currency
     */
    record ThresholdPassed(
            ProgrammeId id, RaiseThreshold threshold, Money committed, Money target, LocalDate effectiveDate)
            implements ProgrammeEvent {}
}
