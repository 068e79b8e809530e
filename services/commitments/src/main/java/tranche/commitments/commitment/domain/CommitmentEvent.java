package tranche.commitments.commitment.domain;

import java.time.LocalDate;
import java.util.Optional;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Maker;
import tranche.values.money.Money;
import tranche.values.register.ForeignIdentity;

/** What happened to a commitment. */
public sealed interface CommitmentEvent extends BookEvent {

    CommitmentId id();

    /** @param payload hash of the request, by which the same one is known when it comes twice */
    record Drafted(
            CommitmentId id,
            ProgrammeId programme,
            FundId fund,
            InvestorId investor,
            Money amount,
            DatePrecision precision,
            Optional<ForeignIdentity> foreign,
            ContentHash payload,
            LocalDate effectiveDate,
            Maker by)
            implements CommitmentEvent {}

    record DraftEdited(CommitmentId id, Money amount, DatePrecision precision, LocalDate effectiveDate, Maker by)
            implements CommitmentEvent {}

    record Submitted(CommitmentId id, Evidence evidence, LocalDate effectiveDate, Maker by)
            implements CommitmentEvent {}

    record Returned(CommitmentId id, String reason, LocalDate effectiveDate) implements CommitmentEvent {}

    record Accepted(CommitmentId id, LocalDate closingDate, LocalDate effectiveDate) implements CommitmentEvent {}

    /** The closing took effect on its date. */
    record Closed(CommitmentId id, ClosingId closing, LocalDate effectiveDate) implements CommitmentEvent {}

    /** @param before the state that it was cancelled in */
    record Cancelled(CommitmentId id, CommitmentState before, String reason, LocalDate effectiveDate)
            implements CommitmentEvent {}

    /** @param payload hash of the request, by which the same one is known when it comes twice */
    record TakeOnDrafted(
            CommitmentId id,
            ProgrammeId programme,
            FundId fund,
            InvestorId investor,
            Money amount,
            Opening opening,
            Optional<ForeignIdentity> foreign,
            ContentHash payload,
            LocalDate effectiveDate,
            Maker by)
            implements CommitmentEvent {}

    record TakenOn(CommitmentId id, LocalDate effectiveDate) implements CommitmentEvent {}
}
