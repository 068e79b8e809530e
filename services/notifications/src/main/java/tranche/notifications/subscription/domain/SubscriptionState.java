package tranche.notifications.subscription.domain;

/** Whether a subscription tells its subscriber of anything. */
public enum SubscriptionState {
    ACTIVE,
    PAUSED,
    /** Ended for good. What is mandatory is told all the same, for it needs no subscription. */
    UNSUBSCRIBED
}
