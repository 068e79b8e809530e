package tranche.values.proposal;

import tranche.values.decision.Refusal;

/** Why an answer is not taken. Where several hold, the first of this list is told. */
public enum ProposalRefusal implements Refusal {
    NOT_FOUND,
    FOUR_EYES,
    FORBIDDEN,
    VERSION_CONFLICT,
    INVALID_STATE,
    CONTENT_CHANGED
}
