package tranche.portal.frontdoor.domain;

import tranche.values.decision.Refusal;

/** Why the front door itself turns a request away. */
public enum FrontDoorRefusal implements Refusal {
    KEY_SCOPE_MISSING,
    OUTCOME_UNKNOWN
}
