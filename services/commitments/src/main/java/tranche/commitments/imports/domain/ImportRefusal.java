package tranche.commitments.imports.domain;

import tranche.values.decision.Refusal;

/** Why an import is not taken, or not approved. Where several hold, the first of this list is told. */
public enum ImportRefusal implements Refusal {
    NOT_FOUND,
    FOUR_EYES,
    FORBIDDEN,
    INVALID_STATE,
    CONTENT_CHANGED,
    IMPORT_NO_LONGER_HOLDS,
    IMPORT_TOO_LARGE
}
