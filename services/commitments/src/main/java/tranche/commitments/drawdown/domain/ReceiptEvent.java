package tranche.commitments.drawdown.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.Maker;
import tranche.values.money.Money;

/** What happened to money that came in. What it does to the lines is told by events of their calls. */
public sealed interface ReceiptEvent extends DrawdownEvent {

    ReceiptId id();

    record Recorded(
            ReceiptId id, ProgrammeId programme, FundId fund, BankEntry entry, Payer payer, LocalDate effectiveDate)
            implements ReceiptEvent {}

    record Matched(ReceiptId id, List<Match> matches, LocalDate effectiveDate) implements ReceiptEvent {}

    /**
     * Something is held for an investor: what was paid too much or, where a call is taken back, what had settled its line.
     *
     * @param from the line that was taken back
     */
    record OverpaymentHeld(
            ReceiptId id, InvestorId investor, Money amount, Optional<CallLineId> from, LocalDate effectiveDate)
            implements ReceiptEvent {}

    record OverpaymentApplied(ReceiptId id, InvestorId investor, Match match, String reason, LocalDate effectiveDate)
            implements ReceiptEvent {}

    /** @param proposedBy who wanted it; the event's actor is who confirmed */
    record RefundRequested(ReceiptId id, Money amount, String reason, Maker proposedBy, LocalDate effectiveDate)
            implements ReceiptEvent {}

    /** @param held what it was held for; empty where nobody knew what it was for */
    record Refunded(ReceiptId id, Money amount, List<Held> held, LocalDate effectiveDate) implements ReceiptEvent {}

    record Unmatched(ReceiptId id, List<Match> matches, String reason, LocalDate effectiveDate)
            implements ReceiptEvent {}

    /**
     * @param amount what was still on the account
     * @param matches what settles no line any more
     * @param held what was held, or on its way back
     */
    record Returned(
            ReceiptId id, Money amount, List<Match> matches, List<Held> held, String reason, LocalDate effectiveDate)
            implements ReceiptEvent {}
}
