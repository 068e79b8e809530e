package tranche.commitments.drawdown.domain;

import static tranche.commitments.journal.domain.Account.BANK;
import static tranche.commitments.journal.domain.Account.CALLED_UNPAID;
import static tranche.commitments.journal.domain.Account.CAPITAL_CALLS_RECEIVABLE;
import static tranche.commitments.journal.domain.Account.CONTRIBUTED_CAPITAL;
import static tranche.commitments.journal.domain.Account.OVERPAYMENTS_HELD;
import static tranche.commitments.journal.domain.Account.PAID;
import static tranche.commitments.journal.domain.Account.UNCALLED;
import static tranche.commitments.journal.domain.Account.UNMATCHED_RECEIPTS;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import tranche.commitments.drawdown.domain.CallEvent.LineIssued;
import tranche.commitments.drawdown.domain.CallEvent.LineReversed;
import tranche.commitments.drawdown.domain.ReceiptEvent.Matched;
import tranche.commitments.drawdown.domain.ReceiptEvent.OverpaymentApplied;
import tranche.commitments.drawdown.domain.ReceiptEvent.OverpaymentHeld;
import tranche.commitments.drawdown.domain.ReceiptEvent.Recorded;
import tranche.commitments.drawdown.domain.ReceiptEvent.RefundRequested;
import tranche.commitments.drawdown.domain.ReceiptEvent.Refunded;
import tranche.commitments.drawdown.domain.ReceiptEvent.Returned;
import tranche.commitments.drawdown.domain.ReceiptEvent.Unmatched;
import tranche.commitments.journal.domain.Posting;
import tranche.values.money.Money;

/**
 * What the events of calls and receipts book (domain §7.2), a debit positive. A call is booked line by line, so that no
 * entry grows with the number of investors and each is of one investor alone.
 */
public final class DrawdownPostings {

    private DrawdownPostings() {}

    /**
     * The lines of the event's journal entry.
     *
     * @param after the state right after the event
     * @return empty where the event books nothing; else lines that sum to zero in each ledger, none of them zero
     */
    public static List<Posting> of(DrawdownEvent event, Drawdowns after) {
        return switch (event) {
            case LineIssued issued -> issued(line(after, issued.line()));
            case LineReversed reversed -> mirrored(issued(line(after, reversed.line())));
            case CallEvent _, TrancheEvent _, CommitmentDrawn _ -> List.of();
            case ReceiptEvent happened -> ofReceipt(happened, after);
        };
    }

    private static List<Posting> ofReceipt(ReceiptEvent event, Drawdowns after) {
        ReceiptId receipt = event.id();
        return switch (event) {
            case Recorded recorded -> recorded(after, receipt, recorded.entry().amount());
            case Matched matched -> each(matched.matches(), match -> matched(after, receipt, match));
            case Unmatched unmatched -> mirrored(each(unmatched.matches(), match -> matched(after, receipt, match)));
            case OverpaymentHeld held ->
                held.from()
                        .map(line -> credited(after, line(after, line), held.amount()))
                        .orElseGet(() -> held(receipt, new Held(held.investor(), held.amount())));
            case OverpaymentApplied applied -> applied(after, applied);
            case RefundRequested _ -> List.of();
            case Refunded refunded -> refunded(after, refunded);
            case Returned returned -> returned(after, returned);
        };
    }

    private static List<Posting> issued(CallLine line) {
        Money amount = line.amount();
        UUID investor = line.investor().value();
        return List.of(
                receivable(line, amount),
                Posting.of(CONTRIBUTED_CAPITAL, investor, amount.negated()),
                Posting.of(CALLED_UNPAID, investor, amount),
                Posting.of(UNCALLED, investor, amount.negated()));
    }

    private static List<Posting> recorded(Drawdowns after, ReceiptId receipt, Money amount) {
        return List.of(bank(after, receipt, amount), unmatched(receipt, amount.negated()));
    }

    private static List<Posting> matched(Drawdowns after, ReceiptId receipt, Match match) {
        Money amount = match.amount();
        CallLine line = line(after, match.line());
        return Stream.concat(
                        Stream.of(unmatched(receipt, amount), receivable(line, amount.negated())),
                        paid(after, line, amount))
                .toList();
    }

    /** What settles a line is paid of its commitment; where that went over, its taker has that share already. */
    private static Stream<Posting> paid(Drawdowns after, CallLine line, Money amount) {
        UUID investor = line.investor().value();
        return new GoneOver(after).holds(line)
                ? Stream.empty()
                : Stream.of(Posting.of(PAID, investor, amount), Posting.of(CALLED_UNPAID, investor, amount.negated()));
    }

    private static List<Posting> held(ReceiptId receipt, Held held) {
        return List.of(
                unmatched(receipt, held.amount()),
                Posting.of(
                        OVERPAYMENTS_HELD,
                        held.investor().value(),
                        held.amount().negated()));
    }

    /** What had settled a line that was taken back is the investor's again: the line's own reversal booked all as unpaid. */
    private static List<Posting> credited(Drawdowns after, CallLine line, Money amount) {
        Posting held = Posting.of(OVERPAYMENTS_HELD, line.investor().value(), amount.negated());
        return Stream.concat(Stream.of(receivable(line, amount), held), paid(after, line, amount.negated()))
                .toList();
    }

    private static List<Posting> applied(Drawdowns after, OverpaymentApplied applied) {
        Money amount = applied.match().amount();
        CallLine line = line(after, applied.match().line());
        return mirrored(credited(after, line, amount));
    }

    private static List<Posting> refunded(Drawdowns after, Refunded refunded) {
        Posting out = bank(after, refunded.id(), refunded.amount().negated());
        List<Posting> given = refunded.held().isEmpty()
                ? List.of(unmatched(refunded.id(), refunded.amount()))
                : refunded.held().stream()
                        .map(held ->
                                Posting.of(OVERPAYMENTS_HELD, held.investor().value(), held.amount()))
                        .toList();
        return Stream.concat(given.stream(), Stream.of(out)).toList();
    }

    private static List<Posting> returned(Drawdowns after, Returned returned) {
        ReceiptId receipt = returned.id();
        return Stream.of(
                        each(returned.matches(), match -> matched(after, receipt, match)),
                        each(returned.held(), held -> held(receipt, held)),
                        recorded(after, receipt, returned.amount()))
                .flatMap(List::stream)
                .map(Posting::mirrored)
                .toList();
    }

    private static <T> List<Posting> each(List<T> parts, Function<T, List<Posting>> postings) {
        return parts.stream().flatMap(part -> postings.apply(part).stream()).toList();
    }

    private static List<Posting> mirrored(List<Posting> postings) {
        return postings.stream().map(Posting::mirrored).toList();
    }

    private static CallLine line(Drawdowns state, CallLineId id) {
        return state.lines().get(id).orElseThrow();
    }

    private static Posting receivable(CallLine line, Money amount) {
        return Posting.of(
                CAPITAL_CALLS_RECEIVABLE,
                Map.of(
                        Posting.INVESTOR,
                        line.investor().toString(),
                        "callLine",
                        line.id().toString()),
                amount);
    }

    private static Posting bank(Drawdowns after, ReceiptId receipt, Money amount) {
        String account =
                after.receipts().get(receipt).orElseThrow().entry().account().hex();
        return Posting.of(BANK, Map.of("bankAccount", account), amount);
    }

    private static Posting unmatched(ReceiptId receipt, Money amount) {
        return Posting.of(UNMATCHED_RECEIPTS, Map.of("receipt", receipt.toString()), amount);
    }
}
