package tranche.commitments.investor.domain;

import tranche.values.decision.Refusal;

/** Why an investor is not registered or changed. Where several hold, the first of this list is told. */
public enum InvestorRefusal implements Refusal {
    NOT_FOUND,
    FORBIDDEN,
    VERSION_CONFLICT,
    INVALID_STATE,
    EXTERNAL_REFERENCE_CONFLICT,
    EFFECTIVE_DATE_BEFORE_LAST,
    EFFECTIVE_DATE_AHEAD
}
