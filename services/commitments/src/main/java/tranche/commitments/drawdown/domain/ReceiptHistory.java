package tranche.commitments.drawdown.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tranche.commitments.drawdown.domain.ReceiptEvent.Matched;
import tranche.commitments.drawdown.domain.ReceiptEvent.OverpaymentApplied;
import tranche.commitments.drawdown.domain.ReceiptEvent.OverpaymentHeld;
import tranche.commitments.drawdown.domain.ReceiptEvent.Recorded;
import tranche.commitments.drawdown.domain.ReceiptEvent.RefundRequested;
import tranche.commitments.drawdown.domain.ReceiptEvent.Refunded;
import tranche.commitments.drawdown.domain.ReceiptEvent.Returned;
import tranche.commitments.drawdown.domain.ReceiptEvent.Unmatched;
import tranche.values.register.Version;

/** What a receipt is after each of its events. Total: what was recorded once can always be applied again. */
final class ReceiptHistory {

    private ReceiptHistory() {}

    static Drawdowns after(Drawdowns state, ReceiptEvent event, Instant at) {
        return event instanceof Recorded recorded
                ? state.with(recorded(recorded, at)).with(recorded.entry().key(), recorded.id())
                : state.with(moved(state.receipts().get(event.id()).orElseThrow(), event, at));
    }

    private static Receipt recorded(Recorded event, Instant at) {
        return new Receipt(
                event.id(),
                event.programme(),
                event.fund(),
                event.entry(),
                ReceiptState.UNMATCHED,
                Settlement.none(event.entry().amount().currency()),
                Optional.empty(),
                Version.first(event.effectiveDate(), at));
    }

    private static Receipt moved(Receipt before, ReceiptEvent event, Instant at) {
        LocalDate on = event.effectiveDate();
        Settlement settled = before.settlement();
        return switch (event) {
            case Recorded again -> recorded(again, at);
            case Matched matched ->
                before.moved(ReceiptState.MATCHED, settled.matched(matched.matches()), Optional.empty(), on, at);
            case OverpaymentHeld held ->
                // What is on its way back goes back still: the rest is held beside it.
                before.moved(
                        before.state() == ReceiptState.REFUND_PENDING ? before.state() : ReceiptState.OVERPAID,
                        settled.matched(without(settled.matches(), held.from()))
                                .holding(held.investor(), held.amount()),
                        before.reason(),
                        on,
                        at);
            case OverpaymentApplied applied -> {
                Settlement left = settled.releasing(
                                applied.investor(), applied.match().amount())
                        .withMatch(applied.match());
                yield before.moved(
                        left.held().isEmpty() ? ReceiptState.MATCHED : ReceiptState.OVERPAID,
                        left,
                        Optional.of(applied.reason()),
                        on,
                        at);
            }
            case RefundRequested requested ->
                before.moved(
                        ReceiptState.REFUND_PENDING, settled.sendingBack(), Optional.of(requested.reason()), on, at);
            case Refunded refunded ->
                before.moved(
                        settled.held().isEmpty() ? ReceiptState.REFUNDED : ReceiptState.OVERPAID,
                        settled.gone(refunded.amount()),
                        before.reason(),
                        on,
                        at);
            case Unmatched unmatched ->
                before.moved(
                        ReceiptState.UNMATCHED, settled.matched(List.of()), Optional.of(unmatched.reason()), on, at);
            case Returned returned ->
                before.moved(
                        ReceiptState.RETURNED,
                        new Settlement(List.of(), List.of(), List.of(), settled.refunded()),
                        Optional.of(returned.reason()),
                        on,
                        at);
        };
    }

    private static List<Match> without(List<Match> matches, Optional<CallLineId> line) {
        return matches.stream()
                .filter(match -> !line.equals(Optional.of(match.line())))
                .toList();
    }
}
