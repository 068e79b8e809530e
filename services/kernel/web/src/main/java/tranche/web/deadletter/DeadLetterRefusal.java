package tranche.web.deadletter;

import tranche.values.decision.Refusal;

/** Why a dead letter is not replayed. */
public enum DeadLetterRefusal implements Refusal {
    STILL_NOT_HANDLED
}
