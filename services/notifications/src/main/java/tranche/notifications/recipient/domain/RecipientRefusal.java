package tranche.notifications.recipient.domain;

import tranche.values.decision.Refusal;

/** Why nothing is done about a recipient. Where several hold, the first of this list is told. */
public enum RecipientRefusal implements Refusal {
    NOT_FOUND,
    FORBIDDEN,
    VERSION_CONFLICT,
    LINK_GONE,
    UNKNOWN_REFERENCE,
    TOO_MANY_ADDRESSES
}
