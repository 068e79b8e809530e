package tranche.notifications.delivery.domain;

import java.time.Instant;

/**
 * An attempt that has ended.
 *
 * @param delivery as it was taken up
 * @param attempt its number, from 1
 */
public record Attempted(Delivery delivery, int attempt, Outcome outcome, Instant endedAt) {

    /** Whether it was not taken and is not tried any more. */
    public boolean isGivenUp() {
        return switch (outcome) {
            case Outcome.Taken _ -> false;
            case Outcome.Hard _ -> true;
            case Outcome.Soft _ -> delivery.isLastTry();
        };
    }
}
