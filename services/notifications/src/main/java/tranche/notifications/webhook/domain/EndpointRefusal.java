package tranche.notifications.webhook.domain;

import tranche.values.decision.Refusal;

/** Why nothing is done with an endpoint. Where several hold, the first of this list is told. */
public enum EndpointRefusal implements Refusal {
    NOT_FOUND,
    VERSION_CONFLICT,
    TOO_MANY_ENDPOINTS
}
