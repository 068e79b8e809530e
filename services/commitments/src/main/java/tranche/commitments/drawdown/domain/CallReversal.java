package tranche.commitments.drawdown.domain;

import static tranche.commitments.drawdown.domain.DrawdownRefusal.REASON_MISSING;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tranche.commitments.drawdown.domain.CallCommand.ReverseCall;
import tranche.commitments.drawdown.domain.CallEvent.Reversed;
import tranche.commitments.drawdown.domain.ReceiptEvent.OverpaymentHeld;
import tranche.values.decision.Decision;
import tranche.values.proposal.Proposal;

/**
 * How an issued call is taken back by two persons (domain §2.2). Issued lines are never edited (rule D-3): what had come in
 * for them stays, held for its investors.
 */
record CallReversal(Drawdowns state, Instant now) {

    Decision<Proposal> propose(Propose propose, Motion.Reversal motion) {
        Optional<CapitalCall> found = state.calls().get(motion.call());
        return CallGate.<Proposal>refusal(found, CallStep.REVERSE, propose.by(), propose.ifMatch())
                .or(() -> goneOver(found.orElseThrow()))
                .or(() -> motion.reason().isBlank() ? Optional.of(refused(REASON_MISSING)) : Optional.empty())
                .orElseGet(() -> accepted(Proposal.of(
                        propose.proposal(),
                        Motion.Reversal.COMMAND,
                        motion.call().value(),
                        Set.of(found.orElseThrow().scope()),
                        motion.on(found.orElseThrow()),
                        propose.by(),
                        now)));
    }

    Decision<DrawdownEvent> reverse(ReverseCall reverse) {
        Optional<CapitalCall> found = state.calls().get(reverse.id());
        return CallGate.ofConfirming(found, reverse)
                .or(() -> goneOver(found.orElseThrow()))
                .orElseGet(() -> reversed(found.orElseThrow(), reverse));
    }

    private <E> Optional<Decision<E>> goneOver(CapitalCall call) {
        return new GoneOver(state).ofReversing(state.linesOf(call.id()).stream());
    }

    private Decision<DrawdownEvent> reversed(CapitalCall call, ReverseCall reverse) {
        LocalDate on = Dates.later(state.today(now), call.version().effectiveDate());
        var happening = new Happenings(state, now, on);
        happening.add(new Reversed(call.id(), call.state(), reverse.reason(), reverse.proposedBy(), on));
        List<CallLine> lines = state.linesOf(call.id());
        lines.forEach(happening::reverse);
        for (Receipt receipt : state.receipts().values()) {
            for (Match match : receipt.matches()) {
                if (match.call().equals(call.id())) {
                    CallLine line = state.lines().get(match.line()).orElseThrow();
                    happening.add(new OverpaymentHeld(
                            receipt.id(), line.investor(), match.amount(), Optional.of(line.id()), on));
                }
            }
        }
        return happening.accepted();
    }
}
