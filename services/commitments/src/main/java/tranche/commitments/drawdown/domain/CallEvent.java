package tranche.commitments.drawdown.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tranche.commitments.fund.domain.CallBasis;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Maker;
import tranche.values.money.Money;

/** What happened to a capital call or to one of its lines. */
public sealed interface CallEvent extends DrawdownEvent {

    CallId id();

    /** @param lines by investor, as the call would be issued */
    record Drafted(
            CallId id,
            ProgrammeId programme,
            FundId fund,
            PaymentReference reference,
            Optional<Release> release,
            CallContent content,
            CallBasis basis,
            List<DraftLine> lines,
            ContentHash contentHash,
            LocalDate effectiveDate,
            Maker by)
            implements CallEvent {}

    /** @param lines all that there are now */
    record DraftEdited(
            CallId id,
            CallContent content,
            CallBasis basis,
            List<DraftLine> lines,
            ContentHash contentHash,
            LocalDate effectiveDate,
            Maker by)
            implements CallEvent {}

    record Approved(CallId id, LocalDate effectiveDate, Maker by) implements CallEvent {}

    record Returned(CallId id, String reason, LocalDate effectiveDate) implements CallEvent {}

    record Reopened(CallId id, String reason, LocalDate effectiveDate) implements CallEvent {}

    /** A {@link LineIssued} of each of its lines follows. */
    record Issued(CallId id, LocalDate effectiveDate) implements CallEvent {}

    record Cancelled(CallId id, CallState before, String reason, LocalDate effectiveDate) implements CallEvent {}

    /** Every line is settled. */
    record Paid(CallId id, LocalDate effectiveDate) implements CallEvent {}

    /**
     * A {@link LineReversed} of each of its lines follows.
     *
     * @param proposedBy who wanted it; the event's actor is who confirmed
     */
    record Reversed(CallId id, CallState before, String reason, Maker proposedBy, LocalDate effectiveDate)
            implements CallEvent {}

    /** What happened to one line. */
    sealed interface LineEvent extends CallEvent {
        CallLineId line();
    }

    record LineIssued(CallId id, CallLineId line, LocalDate effectiveDate) implements LineEvent {}

    /**
     * Money has come in for a line, and it is settled by it or not.
     *
     * @param valueDate from which the money is there, as the bank says
     */
    record LinePaid(CallId id, CallLineId line, Money amount, LocalDate valueDate, LocalDate effectiveDate)
            implements LineEvent {}

    /** A line is unpaid and its day is near. */
    record LineDueSoon(CallId id, CallLineId line, Reminder reminder, LocalDate effectiveDate) implements LineEvent {}

    /** The day of a line is over and it is not settled: told once. */
    record LineOverdue(CallId id, CallLineId line, LocalDate effectiveDate) implements LineEvent {}

    /**
     * What had come in for a line is taken off it again.
     *
     * @param afterTransfer whether its commitment went over since it was settled
     */
    record LineReopened(CallId id, CallLineId line, Money amount, boolean afterTransfer, LocalDate effectiveDate)
            implements LineEvent {}

    record LineReversed(CallId id, CallLineId line, LocalDate effectiveDate) implements LineEvent {}
}
