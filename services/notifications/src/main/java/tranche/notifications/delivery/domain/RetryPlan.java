package tranche.notifications.delivery.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long is waited after each attempt that failed and may yet succeed (rule N-11). When the last pause has been waited out
 * and that attempt has failed too, nothing more is tried.
 *
 * @param pauses the middle of each pause, the shortest first
 */
public record RetryPlan(List<Duration> pauses) {

    public RetryPlan {
        pauses = List.copyOf(pauses);
    }

    /**
     * The pause after an attempt, drawn from a span as long as the pause itself with the pause in its middle: what failed
     * together comes back spread out, and the whole takes as long as the plan says.
     *
     * @param attempts made so far, at least one
     * @param chance from 0 (inclusive) to 1 (exclusive)
     * @return empty where no further attempt is made
     */
    public Optional<Duration> pauseAfter(int attempts, double chance) {
        if (attempts > pauses.size()) {
            return Optional.empty();
        }
        Duration pause = pauses.get(attempts - 1);
        return Optional.of(pause.dividedBy(2).plusMillis((long) (pause.toMillis() * chance)));
    }
}
