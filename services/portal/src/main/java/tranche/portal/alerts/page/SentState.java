package tranche.portal.alerts.page;

import java.util.Locale;

/** How far an alert has come on one way out of the house, as its reader needs to know it. */
enum SentState {
    WAITS,
    SENT,
    FAILED,
    CANCELLED;

    /** By the state of its delivery. */
    static SentState of(String state) {
        return switch (state) {
            case "PENDING", "SENDING" -> WAITS;
            case "SENT", "DELIVERED" -> SENT;
            case "BOUNCED_HARD", "FAILED" -> FAILED;
            case "CANCELLED" -> CANCELLED;
            default -> throw new IllegalStateException("no such state of a delivery: " + state);
        };
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
