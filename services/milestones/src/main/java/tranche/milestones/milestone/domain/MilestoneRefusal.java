package tranche.milestones.milestone.domain;

import tranche.values.decision.Refusal;

/** Why a milestone is not planned or moved. Where several hold, the first of this list is told. */
public enum MilestoneRefusal implements Refusal {
    NOT_FOUND,
    FOUR_EYES,
    FORBIDDEN,
    VERSION_CONFLICT,
    INVALID_STATE,
    EXTERNAL_REFERENCE_CONFLICT,
    EFFECTIVE_DATE_BEFORE_LAST,
    EFFECTIVE_DATE_AHEAD,
    PROJECT_STOPPED,
    BASELINE_UNCHANGED,
    TRANCHE_RELEASED,
    WAIVER_USED,
    EVIDENCE_MISSING,
    EVIDENCE_FULL,
    UNKNOWN_REFERENCE,
    PREDECESSOR_REPEATED,
    CYCLE,
    CLAIMED_DATE_AHEAD,
    ACHIEVED_DATE_AHEAD,
    EVIDENCE_EMPTY,
    HASH_MISMATCH,
    STATEMENT_MISSING,
    REASON_MISSING,
    WAIVER_EXPIRED
}
