package tranche.notifications.alert.domain;

import tranche.values.decision.Refusal;

/** Why nothing is done about an alert. Where several hold, the first of this list is told. */
public enum AlertRefusal implements Refusal {
    NOT_FOUND,
    VERSION_CONFLICT,
    INVALID_STATE
}
