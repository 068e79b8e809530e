package tranche.commitments.investment.domain;

import tranche.values.decision.Refusal;

/** Why an investment is not recorded. Where several hold, the first of this list is told. */
public enum InvestmentRefusal implements Refusal {
    FORBIDDEN,
    EFFECTIVE_DATE_AHEAD,
    TRANCHE_NOT_RELEASED,
    EXCEEDS_CASH,
    UNKNOWN_REFERENCE,
    CURRENCY_NOT_THE_FUNDS,
    AMOUNT_NOT_POSITIVE,
    AMOUNT_NOT_WHOLE
}
