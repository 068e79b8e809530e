package tranche.commitments.drawdown.domain;

import static tranche.commitments.drawdown.domain.DrawdownRefusal.ORIGIN_UNKNOWN;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.REASON_MISSING;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import tranche.commitments.drawdown.domain.ReceiptCommand.ConfirmRefund;
import tranche.commitments.drawdown.domain.ReceiptCommand.RefundReceipt;
import tranche.commitments.drawdown.domain.ReceiptCommand.ReturnReceipt;
import tranche.commitments.drawdown.domain.ReceiptEvent.RefundRequested;
import tranche.commitments.drawdown.domain.ReceiptEvent.Refunded;
import tranche.commitments.drawdown.domain.ReceiptEvent.Returned;
import tranche.values.decision.Decision;
import tranche.values.proposal.Proposal;

/**
 * How money goes back: as a refund that two persons want, or because the bank takes it (domain §2.3). What the bank does has
 * happened and is never refused for what it touches.
 */
record Refunding(Drawdowns state, Instant now) {

    Decision<Proposal> propose(Propose propose, Motion.Refund motion) {
        Optional<Receipt> found = state.receipts().get(motion.receipt());
        return ReceiptGate.<Proposal>refusal(found, ReceiptStep.REFUND, propose.by(), propose.ifMatch())
                .or(() -> withoutOrigin(found.orElseThrow()))
                .or(() -> motion.reason().isBlank() ? Optional.of(refused(REASON_MISSING)) : Optional.empty())
                .orElseGet(() -> accepted(Proposal.of(
                        propose.proposal(),
                        Motion.Refund.COMMAND,
                        motion.receipt().value(),
                        Set.of(found.orElseThrow().scope()),
                        motion.on(found.orElseThrow()),
                        propose.by(),
                        now)));
    }

    Decision<DrawdownEvent> refund(RefundReceipt refund) {
        Optional<Receipt> found = state.receipts().get(refund.id());
        return ReceiptGate.<DrawdownEvent>ofConfirming(found, refund)
                .or(() -> withoutOrigin(found.orElseThrow()))
                .orElseGet(() -> accepted(new RefundRequested(
                        refund.id(),
                        found.orElseThrow().refundable(),
                        refund.reason(),
                        refund.proposedBy(),
                        Dates.later(
                                state.today(now), found.orElseThrow().version().effectiveDate()))));
    }

    /** Money goes back to where it came from and nowhere else; what names no account cannot. */
    private static <E> Optional<Decision<E>> withoutOrigin(Receipt receipt) {
        return receipt.entry().debtor().isPresent() ? Optional.empty() : Optional.of(refused(ORIGIN_UNKNOWN));
    }

    Decision<DrawdownEvent> confirm(ConfirmRefund confirm) {
        Optional<Receipt> found = state.receipts().get(confirm.id());
        return ReceiptGate.<DrawdownEvent>refusal(found, ReceiptStep.CONFIRM_REFUND, confirm.by(), confirm.ifMatch())
                .or(() -> wrongDay(found.orElseThrow(), confirm.effectiveDate()))
                .orElseGet(() -> {
                    Receipt receipt = found.orElseThrow();
                    return accepted(new Refunded(
                            receipt.id(),
                            receipt.leaving(),
                            receipt.settlement().leaving(),
                            day(receipt, confirm.effectiveDate())));
                });
    }

    Decision<DrawdownEvent> returned(ReturnReceipt back) {
        Optional<Receipt> found = state.receipts().get(back.id());
        Optional<Decision<DrawdownEvent>> closed = ReceiptGate.<DrawdownEvent>refusal(
                        found, ReceiptStep.RETURN, back.by(), back.ifMatch())
                .or(() -> wrongDay(found.orElseThrow(), back.effectiveDate()));
        if (closed.isPresent()) {
            return closed.get();
        }
        if (back.reason().isBlank()) {
            return refused(REASON_MISSING);
        }
        Receipt receipt = found.orElseThrow();
        LocalDate on = day(receipt, back.effectiveDate());
        var happening = new Happenings(state, now, on);
        happening.add(new Returned(
                receipt.id(),
                receipt.present(),
                receipt.matches(),
                receipt.settlement().owed(),
                back.reason(),
                on));
        receipt.matches().forEach(match -> happening.reopen(match, state.today(now)));
        return happening.accepted();
    }

    private Optional<Decision<DrawdownEvent>> wrongDay(Receipt receipt, Optional<LocalDate> given) {
        return Dates.refusal(day(receipt, given), last(receipt), Dates.later(state.today(now), last(receipt)));
    }

    private LocalDate day(Receipt receipt, Optional<LocalDate> given) {
        return given.orElseGet(() -> Dates.later(state.today(now), last(receipt)));
    }

    /** The last day on which anything happened to the receipt or to the lines that it settles. */
    private LocalDate last(Receipt receipt) {
        LocalDate own = receipt.version().effectiveDate();
        return Happenings.latest(state, receipt.matches())
                .map(day -> Dates.later(own, day))
                .orElse(own);
    }
}
