package tranche.commitments.commitment.domain;

import java.time.LocalDate;
import java.util.List;
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

    /**
     * The closing took effect on its date.
     *
     * @param fundCommitted what is committed to the fund with all that the closing lets in
     */
    record Closed(CommitmentId id, ClosingId closing, Money fundCommitted, LocalDate effectiveDate)
            implements CommitmentEvent {}

    /** @param content what was confirmed */
    record Amended(
            CommitmentId id,
            Money before,
            Money amount,
            List<Evidence.Document> documents,
            String reason,
            Maker proposedBy,
            ContentHash content,
            LocalDate effectiveDate)
            implements CommitmentEvent {}

    /**
     * It went over to another investor, or a part of it did; the {@link TransferReceived} of that one follows.
     *
     * @param before what was committed before
     * @param content what was confirmed
     */
    record Transferred(
            CommitmentId id,
            CommitmentId to,
            InvestorId toInvestor,
            Money before,
            Division division,
            List<Evidence.Document> documents,
            Optional<String> reason,
            Maker proposedBy,
            ContentHash content,
            LocalDate effectiveDate)
            implements CommitmentEvent {

        /** Whether nothing of it stays. */
        public boolean isWhole() {
            return division.stays().amount().isZero();
        }
    }

    /**
     * It came of a commitment that another investor gave: closed when that was, with its share of its history.
     *
     * @param evidence the documents of the transfer
     */
    record TransferReceived(
            CommitmentId id,
            CommitmentId from,
            InvestorId investor,
            Portion portion,
            Evidence evidence,
            LocalDate effectiveDate,
            Maker by)
            implements CommitmentEvent {}

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
