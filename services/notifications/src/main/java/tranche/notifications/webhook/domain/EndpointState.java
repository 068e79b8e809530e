package tranche.notifications.webhook.domain;

/** How far an endpoint can be relied on (domain §2.8). */
public enum EndpointState {

    /** Has not answered a test yet: deliveries wait. */
    UNVERIFIED,

    /** Answers. */
    ACTIVE,

    /** Has failed lately; it is tried still. */
    DEGRADED,

    /** Has failed for three days, its first test too, or has said that it is gone: it gets tests alone. */
    DISABLED,

    /** Taken away by its owner. */
    DELETED;

    /** Whether new alerts are sent to it. */
    public boolean takesAlerts() {
        return switch (this) {
            case UNVERIFIED, ACTIVE, DEGRADED -> true;
            case DISABLED, DELETED -> false;
        };
    }
}
