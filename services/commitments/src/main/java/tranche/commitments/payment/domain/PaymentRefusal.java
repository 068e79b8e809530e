package tranche.commitments.payment.domain;

import tranche.values.decision.Refusal;

/** Why a bank account is not proposed or approved. Where several hold, the first of this list is told. */
public enum PaymentRefusal implements Refusal {
    NOT_FOUND,
    FOUR_EYES,
    FORBIDDEN,
    VERSION_CONFLICT,
    INVALID_STATE,
    CONTENT_CHANGED,
    CURRENCY_NOT_THE_FUNDS
}
