package tranche.flow.writer;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.values.actor.Actor;

/**
 * A command on its way to a decision.
 *
 * @param key what orders it: a fund's id, or the object's own id where it has no fund
 * @param reads other keys whose state the decision needs; they are locked against change, together with {@code key}
 * @param idempotency the caller's key and the body it came with, where one was given
 * @param trace how the command fits into what caused it
 * @param renderer makes the answer, so that it is stored in the command's own transaction
 * @param <S> the feature's state
 * @param <C> the feature's commands
 * @param <E> the feature's events
 */
public record Submission<S, C, E>(
        UUID key,
        Set<UUID> reads,
        C command,
        Actor by,
        Optional<Idempotency> idempotency,
        Trace trace,
        Renderer<S, E> renderer) {

    public Submission {
        reads = Set.copyOf(reads);
    }
}
