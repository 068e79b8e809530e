package tranche.notifications.delivery.domain;

import tranche.values.decision.Refusal;

/** Why nothing is done about a delivery. Where several hold, the first of this list is told. */
public enum DeliveryRefusal implements Refusal {
    NOT_FOUND,
    VERSION_CONFLICT,
    INVALID_STATE
}
