package tranche.notifications.notice.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail in which alerts are gathered for somebody: what is wanted together (rule N-5), or what one slip has moved.
 *
 * @param key which hour, day or week it is of, or which slip: there is at most one mail of each
 * @param sendAt from when on it may be sent
 */
public record Slot(String key, Instant sendAt) {

    /** How the keys of what a slip has moved begin. */
    public static final String SLIP = "SLIP ";

    /**
     * A mail of what a slip has moved.
     *
     * @param correlation shared by all that follows from it
     * @param number from 1: what comes when one is being sent, or was, is in the next
     */
    public static Slot ofSlip(UUID correlation, int number, Instant sendAt) {
        return new Slot(SLIP + correlation + " " + number, sendAt);
    }

    /** Whether a key is that of what a slip has moved. */
    public static boolean isOfSlip(String key) {
        return key.startsWith(SLIP);
    }
}
