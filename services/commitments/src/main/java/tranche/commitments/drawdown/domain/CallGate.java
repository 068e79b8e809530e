package tranche.commitments.drawdown.domain;

import static tranche.commitments.drawdown.domain.DrawdownRefusal.CONTENT_CHANGED;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.FORBIDDEN;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.FOUR_EYES;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.INVALID_STATE;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.NOT_FOUND;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.UNKNOWN_REFERENCE;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.VERSION_CONFLICT;
import static tranche.values.decision.Decision.refused;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tranche.values.actor.Actor;
import tranche.values.actor.Approval;
import tranche.values.actor.FourEyes;
import tranche.values.actor.Maker;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;

/**
 * What a step on an existing call is refused for before its content is looked at, in the order in which it is told: unknown
 * or not to be seen, four eyes, forbidden, another version, a state that does not admit it.
 */
public final class CallGate {

    private CallGate() {}

    /** @return empty where the gate is open */
    public static <E> Optional<Decision<E>> refusal(
            Optional<CapitalCall> found, CallStep step, Actor by, OptionalLong ifMatch) {
        if (isHidden(found, by)) {
            return Optional.of(refused(NOT_FOUND));
        }
        CapitalCall call = found.orElseThrow();
        Optional<Decision<E>> same = fourEyes(call, step, by, Set.of());
        if (same.isPresent()) {
            return same;
        }
        if (!by.isSystem() && !by.access().holds(step.roles(), call.scope())) {
            return Optional.of(refused(FORBIDDEN));
        }
        if (call.version().conflictsWith(ifMatch)) {
            return Optional.of(
                    refused(VERSION_CONFLICT, Map.of("version", call.version().number())));
        }
        return invalidState(call, step);
    }

    /** As {@link #refusal} of an approval, from which whoever by now verified what the call rests on is kept too (rule D-2). */
    static <E> Optional<Decision<E>> ofApproving(
            Optional<CapitalCall> found, CallCommand.ApproveCall approve, Set<Maker> verifiers) {
        return found.filter(_ -> !isHidden(found, approve.by()))
                .flatMap(call -> CallGate.<E>fourEyes(call, CallStep.APPROVE, approve.by(), verifiers))
                .or(() -> refusal(found, CallStep.APPROVE, approve.by(), approve.ifMatch()));
    }

    /**
     * Whether a step is another person's to take: makers and verifiers do not approve (rules D-1, D-2), and who approved does
     * not issue.
     *
     * @param verifiers who by now verified what the call rests on
     * @return empty where it may be theirs
     */
    static <E> Optional<Decision<E>> fourEyes(CapitalCall call, CallStep step, Actor by, Set<Maker> verifiers) {
        Set<Maker> others = new HashSet<>();
        switch (step) {
            case APPROVE -> {
                others.addAll(call.hands());
                others.addAll(verifiers);
            }
            case ISSUE -> call.approval().map(Approval::checker).ifPresent(others::add);
            case EDIT, RETURN, REOPEN, CANCEL, REVERSE -> {}
        }
        return others.isEmpty() || FourEyes.isAnother(by, others) ? Optional.empty() : Optional.of(refused(FOUR_EYES));
    }

    /** Whether a second person may confirm what was proposed (rule D-1), and it is what was shown; empty where so. */
    static Optional<Decision<DrawdownEvent>> ofConfirming(
            Optional<CapitalCall> found, CallCommand.ReverseCall reverse) {
        if (isHidden(found, reverse.by())) {
            return Optional.of(refused(NOT_FOUND));
        }
        CapitalCall call = found.orElseThrow();
        if (!FourEyes.isAnother(reverse.by(), Set.of(reverse.proposedBy()))) {
            return Optional.of(refused(FOUR_EYES));
        }
        if (!reverse.by().access().holds(Role.APPROVER, call.scope())) {
            return Optional.of(refused(FORBIDDEN));
        }
        var now = new Motion.Reversal(call.id(), reverse.reason()).on(call).hash();
        return CallGate.<DrawdownEvent>invalidState(call, CallStep.REVERSE)
                .or(() -> now.equals(reverse.content())
                        ? Optional.empty()
                        : Optional.of(refused(CONTENT_CHANGED, Map.of("contentHash", now.hex()))));
    }

    /** Of what is to be made in a fund that is not there for somebody: who makes such things nowhere is told so first. */
    static Decision<DrawdownEvent> withoutFund(Actor by) {
        return by.access().holdsAnywhere(Role.FUND_MANAGER)
                ? refused(UNKNOWN_REFERENCE, Map.of("field", "fundId"))
                : refused(FORBIDDEN);
    }

    private static <E> Optional<Decision<E>> invalidState(CapitalCall call, CallStep step) {
        if (step.isAllowedIn(call.state())) {
            return Optional.empty();
        }
        List<String> allowed = call.allowed().stream().map(CallStep::command).toList();
        return Optional.of(refused(INVALID_STATE, Map.of("state", call.state().name(), "allowed", allowed)));
    }

    private static boolean isHidden(Optional<CapitalCall> found, Actor by) {
        return found.filter(call -> by.isSystem() || by.access().holds(CapitalCall.READERS, call.scope()))
                .isEmpty();
    }
}
