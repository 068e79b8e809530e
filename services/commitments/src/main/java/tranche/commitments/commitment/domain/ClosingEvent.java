package tranche.commitments.commitment.domain;

import java.time.LocalDate;
import java.util.List;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.Maker;

/** What happened to a closing. */
public sealed interface ClosingEvent extends BookEvent {

    ClosingId id();

    /** @param commitments ascending, none twice */
    record Planned(
            ClosingId id,
            ProgrammeId programme,
            FundId fund,
            ClosingKind kind,
            LocalDate date,
            List<CommitmentId> commitments,
            LocalDate effectiveDate,
            Maker by)
            implements ClosingEvent {}

    record Approved(ClosingId id, LocalDate effectiveDate) implements ClosingEvent {}

    /** A {@link CommitmentEvent.Closed} of each of its commitments follows. */
    record Effective(ClosingId id, LocalDate effectiveDate) implements ClosingEvent {}

    record ClosingCancelled(ClosingId id, String reason, LocalDate effectiveDate) implements ClosingEvent {}
}
