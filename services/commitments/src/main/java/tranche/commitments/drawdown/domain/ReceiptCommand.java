package tranche.commitments.drawdown.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tranche.commitments.investor.domain.InvestorId;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Maker;
import tranche.values.money.Money;

/** What can be asked of what comes in. */
public sealed interface ReceiptCommand extends DrawdownCommand {

    ReceiptId id();

    /**
     * Records an entry of the bank; one that is recorded already is left as it is. Where the payer wrote the reference of an
     * open line and the amount is what is open of it, it is matched at once; nothing else matches by itself (rule D-4).
     */
    record RecordReceipt(ReceiptId id, BankEntry entry, Payer payer, Actor by) implements ReceiptCommand {}

    /** A line and what of the receipt is for it. */
    record Wanted(CallLineId line, Money amount) {}

    /**
     * @param wanted no line twice
     * @param excess for whom the rest is held, if there is a rest
     */
    record MatchReceipt(ReceiptId id, List<Wanted> wanted, Optional<InvestorId> excess, Actor by, OptionalLong ifMatch)
            implements ReceiptCommand {}

    record UnmatchReceipt(ReceiptId id, String reason, Actor by, OptionalLong ifMatch) implements ReceiptCommand {}

    /**
     * Lets what is held for a line's investor settle that line, as far as it goes.
     *
     * @param reason how the investor agreed
     */
    record ApplyHeld(ReceiptId id, CallLineId line, String reason, Actor by, OptionalLong ifMatch)
            implements ReceiptCommand {}

    /**
     * Sends back what no line takes, confirmed by a second person.
     *
     * @param content of the proposal that was confirmed
     */
    record RefundReceipt(ReceiptId id, String reason, ContentHash content, Maker proposedBy, Actor by)
            implements ReceiptCommand {}

    /** The bank has debited a refund. */
    record ConfirmRefund(ReceiptId id, Optional<LocalDate> effectiveDate, Actor by, OptionalLong ifMatch)
            implements ReceiptCommand {}

    /** The bank took the money back. */
    record ReturnReceipt(ReceiptId id, String reason, Optional<LocalDate> effectiveDate, Actor by, OptionalLong ifMatch)
            implements ReceiptCommand {}
}
