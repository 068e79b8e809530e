package tranche.notifications.webhook.domain;

/** What happens to an endpoint; the names are those of the wire. */
public enum Change {
    /** Made by its owner, with its first test. */
    CREATED,
    /** Given another secret by its owner. */
    SECRET_ROTATED,
    /** Tested by its owner. */
    TESTED,
    /** Has answered. */
    ACTIVATED,
    /** Has failed. */
    DEGRADED,
    /** Has failed for an hour: told once until it answers again. */
    FAILING,
    /** Has failed too long, or is gone. */
    DISABLED,
    /** Taken away by its owner. */
    DELETED
}
