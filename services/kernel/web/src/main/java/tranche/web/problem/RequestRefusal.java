package tranche.web.problem;

import tranche.values.decision.Refusal;

/** Why a request is turned away before, or whatever, its feature decides. The catalogue has the status and the words. */
public enum RequestRefusal implements Refusal {
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    UNSUPPORTED_MEDIA_TYPE,
    TOO_LARGE,
    MALFORMED,
    AS_OF_NOT_SUPPORTED,
    IDEMPOTENCY_KEY_REQUIRED,
    IDEMPOTENCY_KEY_REUSED,
    REQUEST_IN_PROGRESS,
    VALIDATION,
    TOO_MANY_REQUESTS,
    POSITION_NOT_REACHED,
    UNAVAILABLE,
    INTERNAL
}
