package tranche.commitments.drawdown.domain;

import static tranche.commitments.drawdown.domain.DrawdownRefusal.CONTENT_CHANGED;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.FORBIDDEN;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.FOUR_EYES;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.INVALID_STATE;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.NOT_FOUND;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.VERSION_CONFLICT;
import static tranche.values.decision.Decision.refused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tranche.commitments.drawdown.domain.ReceiptCommand.RefundReceipt;
import tranche.values.actor.Actor;
import tranche.values.actor.FourEyes;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;

/**
 * What a step on a receipt is refused for before its content is looked at, in the order in which it is told: unknown or not
 * to be seen, forbidden, another version, a state that does not admit it.
 */
public final class ReceiptGate {

    private ReceiptGate() {}

    /** @return empty where the gate is open */
    public static <E> Optional<Decision<E>> refusal(
            Optional<Receipt> found, ReceiptStep step, Actor by, OptionalLong ifMatch) {
        if (isHidden(found, by)) {
            return Optional.of(refused(NOT_FOUND));
        }
        Receipt receipt = found.orElseThrow();
        if (!by.access().holds(Role.FUND_MANAGER, receipt.scope())) {
            return Optional.of(refused(FORBIDDEN));
        }
        if (receipt.version().conflictsWith(ifMatch)) {
            return Optional.of(refused(
                    VERSION_CONFLICT, Map.of("version", receipt.version().number())));
        }
        return invalidState(receipt, step);
    }

    /** Whether a second person may confirm a refund (rule D-1), and it is what was shown; empty where so. */
    static <E> Optional<Decision<E>> ofConfirming(Optional<Receipt> found, RefundReceipt refund) {
        if (isHidden(found, refund.by())) {
            return Optional.of(refused(NOT_FOUND));
        }
        Receipt receipt = found.orElseThrow();
        if (!FourEyes.isAnother(refund.by(), Set.of(refund.proposedBy()))) {
            return Optional.of(refused(FOUR_EYES));
        }
        if (!refund.by().access().holds(Role.APPROVER, receipt.scope())) {
            return Optional.of(refused(FORBIDDEN));
        }
        var now = new Motion.Refund(receipt.id(), refund.reason()).on(receipt).hash();
        return ReceiptGate.<E>invalidState(receipt, ReceiptStep.REFUND)
                .or(() -> now.equals(refund.content())
                        ? Optional.empty()
                        : Optional.of(refused(CONTENT_CHANGED, Map.of("contentHash", now.hex()))));
    }

    private static <E> Optional<Decision<E>> invalidState(Receipt receipt, ReceiptStep step) {
        if (step.isAllowedIn(receipt.state())) {
            return Optional.empty();
        }
        List<String> allowed =
                receipt.allowed().stream().map(ReceiptStep::command).toList();
        return Optional.of(
                refused(INVALID_STATE, Map.of("state", receipt.state().name(), "allowed", allowed)));
    }

    private static boolean isHidden(Optional<Receipt> found, Actor by) {
        return found.filter(receipt -> by.access().holds(Receipt.READERS, receipt.scope()))
                .isEmpty();
    }
}
