package tranche.commitments.programme.domain;

import tranche.values.decision.Refusal;

/** Why a programme is not opened. Where several hold, the first of this list is told. */
public enum ProgrammeRefusal implements Refusal {
    FORBIDDEN,
    EXTERNAL_REFERENCE_CONFLICT,
    EFFECTIVE_DATE_AHEAD,
    AMOUNT_NOT_POSITIVE,
    AMOUNT_NOT_WHOLE,
    CURRENCY_NOT_THE_PROGRAMMES
}
