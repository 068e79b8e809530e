package tranche.values.money;

import tranche.values.decision.Refusal;

/** Why a total is not shared out (rule D-20). Where both hold, the first is told. */
public enum AllocationRefusal implements Refusal {
    /** Nobody takes part: there is no weight above zero. */
    ZERO_WEIGHT,
    /** The caps of those who take part add up to less than the total. */
    INSUFFICIENT_UNCALLED
}
