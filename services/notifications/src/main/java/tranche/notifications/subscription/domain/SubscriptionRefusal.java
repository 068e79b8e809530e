package tranche.notifications.subscription.domain;

import tranche.values.decision.Refusal;

/** Why nothing is done about a subscription. Where several hold, the first of this list is told. */
public enum SubscriptionRefusal implements Refusal {
    NOT_FOUND,
    VERSION_CONFLICT,
    INVALID_STATE,
    SUBSCRIPTION_LIMIT,
    UNKNOWN_REFERENCE
}
