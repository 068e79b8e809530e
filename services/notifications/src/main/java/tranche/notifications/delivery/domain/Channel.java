package tranche.notifications.delivery.domain;

import java.time.Duration;
import java.util.List;

/** A way out of the house, with what may be said of a delivery once the other side has taken it. */
public enum Channel {

    /** A mail host that takes a letter has not delivered it. */
    EMAIL(
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
            8),

    /** A receiver that answers has the message. */
    WEBHOOK(
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

    private final DeliveryState taken;
    private final DeliveryState refused;
    private final RetryPlan retries;
    private final int mostAtOnce;

    Channel(DeliveryState taken, DeliveryState refused, RetryPlan retries, int mostAtOnce) {
        this.taken = taken;
        this.refused = refused;
        this.retries = retries;
        this.mostAtOnce = mostAtOnce;
    }

    /** The state of what the other side has taken. */
    public DeliveryState taken() {
        return taken;
    }

    /** The state of what the other side will never take. */
    public DeliveryState refused() {
        return refused;
    }

    /** When it is tried again (rule N-11). */
    public RetryPlan retries() {
        return retries;
    }

    /**
     * Sends at a time. All mails go through one host, over a few connections: more of them would wait there, in the room of
     * whatever else is to be sent.
     */
    public int mostAtOnce() {
        return mostAtOnce;
    }
}
