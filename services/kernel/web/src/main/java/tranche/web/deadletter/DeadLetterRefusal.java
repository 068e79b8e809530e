package tranche.web.deadletter;

import tranche.values.decision.Refusal;

/** Why a dead letter is not replayed. Where several hold, the first of this list is told. */
public enum DeadLetterRefusal implements Refusal {
    VERSION_CONFLICT,
    STILL_NOT_HANDLED
}
