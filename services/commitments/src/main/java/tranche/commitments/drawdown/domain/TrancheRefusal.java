package tranche.commitments.drawdown.domain;

import tranche.values.decision.Refusal;

/** Why a tranche is not made or moved. Where several hold, the first of this list is told. */
public enum TrancheRefusal implements Refusal {
    NOT_FOUND,
    FOUR_EYES,
    FORBIDDEN,
    VERSION_CONFLICT,
    INVALID_STATE,
    EXTERNAL_REFERENCE_CONFLICT,
    CONTENT_CHANGED,
    EFFECTIVE_DATE_BEFORE_LAST,
    EFFECTIVE_DATE_AHEAD,
    CONDITIONS_UNCHANGED,
    MILESTONE_GONE,
    WAITS_FOR_ITSELF,
    CONDITIONS_NOT_MET,
    DRAFTED_BEFORE,
    UNKNOWN_REFERENCE,
    REASON_MISSING,
    CURRENCY_NOT_THE_FUNDS,
    AMOUNT_NOT_POSITIVE,
    AMOUNT_NOT_WHOLE
}
