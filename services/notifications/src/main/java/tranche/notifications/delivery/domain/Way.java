package tranche.notifications.delivery.domain;

import java.time.Duration;
import java.util.List;
import tranche.notifications.notice.domain.Channel;

/**
 * How a channel takes things out of the house.
 *
 * @param taken the state of what the other side has taken
 * @param refused the state of what the other side will never take
 * @param retries when it is tried again (rule N-11)
 * @param mostAtOnce sends at a time
 */
public record Way(DeliveryState taken, DeliveryState refused, RetryPlan retries, int mostAtOnce) {

    /**
     * A mail host that takes a letter has not delivered it. All mails go through one host, over a few connections: more of them
     * would wait there, in the room of whatever else is to be sent.
     */
    private static final Way EMAIL = new Way(
            DeliveryState.SENT,
            DeliveryState.BOUNCED_HARD,
            new RetryPlan(List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(3),
                    Duration.ofHours(5),
                    Duration.ofHours(6),
                    Duration.ofHours(8))),
            8);

    /** A receiver that answers has the message. */
    private static final Way WEBHOOK = new Way(
            DeliveryState.DELIVERED,
            DeliveryState.FAILED,
            new RetryPlan(List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1),
                    Duration.ofHours(4),
                    Duration.ofHours(12),
                    Duration.ofHours(24),
                    Duration.ofHours(30))),
            256);

    /** That of a channel which leaves the house. */
    public static Way of(Channel channel) {
        return switch (channel) {
            case EMAIL -> EMAIL;
            case WEBHOOK -> WEBHOOK;
            case PORTAL -> throw new IllegalArgumentException("what stands in the portal is not sent");
        };
    }
}
