package tranche.commitments.commitment.domain;

import static tranche.commitments.commitment.domain.CommitmentRefusal.FORBIDDEN;
import static tranche.commitments.commitment.domain.CommitmentRefusal.FOUR_EYES;
import static tranche.commitments.commitment.domain.CommitmentRefusal.INVALID_STATE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.NOT_FOUND;
import static tranche.commitments.commitment.domain.CommitmentRefusal.VERSION_CONFLICT;
import static tranche.values.decision.Decision.refused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tranche.commitments.fund.domain.Fund;
import tranche.values.actor.Actor;
import tranche.values.actor.FourEyes;
import tranche.values.actor.Maker;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;

/**
 * What a step on an existing object is refused for before its content is looked at, in the order in which it is told:
 * unknown or not to be seen, four eyes, forbidden, another version, a state that does not admit it.
 */
public final class Gate {

    private Gate() {}

    /** @return empty where the gate is open */
    public static <E> Optional<Decision<E>> refusal(
            Optional<Commitment> found, Step step, Actor by, OptionalLong ifMatch) {
        if (found.isEmpty()
                || !by.access().holds(Commitment.READERS, found.get().scope())) {
            return Optional.of(refused(NOT_FOUND));
        }
        Commitment commitment = found.get();
        if (step.needsFourEyes() && !commitment.fourEyes().mayBeApprovedBy(by)) {
            return Optional.of(refused(FOUR_EYES));
        }
        if (!by.access().holds(step.roles(), commitment.scope())) {
            return Optional.of(refused(FORBIDDEN));
        }
        if (commitment.version().conflictsWith(ifMatch)) {
            return Optional.of(refused(
                    VERSION_CONFLICT, Map.of("version", commitment.version().number())));
        }
        return wrongState(commitment, step);
    }

    /** Whether what one person proposed may be confirmed by another (rule D-1); empty where the gate is open. */
    static <E> Optional<Decision<E>> ofConfirming(Optional<Commitment> found, Step step, Maker proposedBy, Actor by) {
        if (found.isEmpty()
                || !by.access().holds(Commitment.READERS, found.get().scope())) {
            return Optional.of(refused(NOT_FOUND));
        }
        Commitment commitment = found.get();
        if (!FourEyes.isAnother(by, Set.of(proposedBy))) {
            return Optional.of(refused(FOUR_EYES));
        }
        return by.access().holds(Role.APPROVER, commitment.scope())
                ? wrongState(commitment, step)
                : Optional.of(refused(FORBIDDEN));
    }

    private static <E> Optional<Decision<E>> wrongState(Commitment commitment, Step step) {
        if (commitment.allows(step)) {
            return Optional.empty();
        }
        List<String> allowed = commitment.allowed().stream().map(Step::command).toList();
        return Optional.of(
                refused(INVALID_STATE, Map.of("state", commitment.state().name(), "allowed", allowed)));
    }

    /** @return empty where the gate is open */
    public static Optional<Decision<BookEvent>> refusal(
            Optional<Closing> found, ClosingStep step, Actor by, OptionalLong ifMatch) {
        if (found.isEmpty() || !by.access().holds(Fund.READERS, found.get().scope())) {
            return Optional.of(refused(NOT_FOUND));
        }
        Closing closing = found.get();
        if (step.needsFourEyes() && !closing.mayBeApprovedBy(by)) {
            return Optional.of(refused(FOUR_EYES));
        }
        if (!by.access().holds(step.role(), closing.scope())) {
            return Optional.of(refused(FORBIDDEN));
        }
        if (closing.version().conflictsWith(ifMatch)) {
            return Optional.of(refused(
                    VERSION_CONFLICT, Map.of("version", closing.version().number())));
        }
        if (!closing.allows(step)) {
            List<String> allowed =
                    closing.allowed().stream().map(ClosingStep::command).toList();
            return Optional.of(
                    refused(INVALID_STATE, Map.of("state", closing.state().name(), "allowed", allowed)));
        }
        return Optional.empty();
    }
}
