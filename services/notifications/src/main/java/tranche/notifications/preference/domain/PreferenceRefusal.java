package tranche.notifications.preference.domain;

import tranche.values.decision.Refusal;

/** Why a recipient's preferences stay as they are. Where several hold, the first of this list is told. */
public enum PreferenceRefusal implements Refusal {
    VERSION_CONFLICT,
    MANDATORY_TYPE
}
