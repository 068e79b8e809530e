package tranche.milestones.project.domain;

import tranche.values.decision.Refusal;

/** Why a project is not registered or changed. Where several hold, the first of this list is told. */
public enum ProjectRefusal implements Refusal {
    NOT_FOUND,
    FORBIDDEN,
    VERSION_CONFLICT,
    INVALID_STATE,
    EXTERNAL_REFERENCE_CONFLICT,
    EFFECTIVE_DATE_BEFORE_LAST,
    EFFECTIVE_DATE_AHEAD,
    UNKNOWN_REFERENCE,
    REASON_MISSING
}
