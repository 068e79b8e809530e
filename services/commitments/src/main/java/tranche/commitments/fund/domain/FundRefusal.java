package tranche.commitments.fund.domain;

import tranche.values.decision.Refusal;

/** Why a fund is not opened or changed. Where several hold, the first of this list is told. */
public enum FundRefusal implements Refusal {
    NOT_FOUND,
    FOUR_EYES,
    FORBIDDEN,
    VERSION_CONFLICT,
    INVALID_STATE,
    EXTERNAL_REFERENCE_CONFLICT,
    EFFECTIVE_DATE_BEFORE_LAST,
    EFFECTIVE_DATE_AHEAD,
    TERMS_UNCHANGED,
    CAP_BELOW_COMMITTED,
    UNKNOWN_REFERENCE,
    AMOUNT_NOT_POSITIVE,
    AMOUNT_NOT_WHOLE,
    CURRENCY_NOT_THE_FUNDS
}
