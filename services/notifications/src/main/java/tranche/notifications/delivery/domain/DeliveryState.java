package tranche.notifications.delivery.domain;

import java.util.Set;

/**
 * How far a delivery has come (domain §2.8). A soft bounce is the outcome of an attempt; the delivery then waits again.
 */
public enum DeliveryState {

    /** Waits for its time, or for its target to be proven. */
    PENDING,

    /** Taken up by a process, which may have died since. */
    SENDING,

    /** Taken by a relay, which may still fail. */
    SENT,

    /** The receiver has it. */
    DELIVERED,

    /** The receiver does not exist or will never take it. */
    BOUNCED_HARD,

    /** Every attempt has failed. */
    FAILED,

    /** Whom it was for may no longer have it, or its target is gone. */
    CANCELLED;

    /** The states that may follow; sending again what is settled begins anew. */
    public Set<DeliveryState> next() {
        return switch (this) {
            case PENDING -> Set.of(SENDING, CANCELLED);
            case SENDING -> Set.of(PENDING, SENDING, SENT, DELIVERED, BOUNCED_HARD, FAILED, CANCELLED);
            case SENT -> Set.of(PENDING, DELIVERED, BOUNCED_HARD);
            case DELIVERED, BOUNCED_HARD, FAILED, CANCELLED -> Set.of(PENDING);
        };
    }

    /** Whether nothing more happens by itself. */
    public boolean isSettled() {
        return switch (this) {
            case PENDING, SENDING -> false;
            case SENT, DELIVERED, BOUNCED_HARD, FAILED, CANCELLED -> true;
        };
    }
}
