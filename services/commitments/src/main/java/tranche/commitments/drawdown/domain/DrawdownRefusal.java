package tranche.commitments.drawdown.domain;

import tranche.values.decision.Refusal;

/** Why a call or a receipt is not made or moved. Where several hold, the first of this list is told. */
public enum DrawdownRefusal implements Refusal {
    NOT_FOUND,
    FOUR_EYES,
    FORBIDDEN,
    VERSION_CONFLICT,
    INVALID_STATE,
    CONTENT_CHANGED,
    ENTRY_CONFLICT,
    EFFECTIVE_DATE_BEFORE_LAST,
    EFFECTIVE_DATE_AHEAD,
    COMMITMENT_TRANSFERRED,
    NOBODY_TO_CALL,
    RELEASE_NOT_WHOLE,
    NOTICE_TOO_SHORT,
    INSUFFICIENT_UNCALLED,
    LINE_NOT_OPEN,
    EXCEEDS_OPEN_AMOUNT,
    NOTHING_HELD,
    ORIGIN_UNKNOWN,
    UNKNOWN_REFERENCE,
    CURRENCY_NOT_THE_FUNDS,
    AMOUNT_NOT_POSITIVE,
    AMOUNT_NOT_WHOLE,
    EXCEEDS_RECEIPT,
    EXCESS_WITHOUT_INVESTOR,
    REASON_MISSING
}
