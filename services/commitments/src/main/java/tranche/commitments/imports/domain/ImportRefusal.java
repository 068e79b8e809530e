package tranche.commitments.imports.domain;

import tranche.values.decision.Refusal;

/** Why an import is not taken, or not written once it is approved. Where several hold, the first of this list is told. */
public enum ImportRefusal implements Refusal {
    FORBIDDEN,
    IMPORT_NO_LONGER_HOLDS,
    IMPORT_TOO_LARGE
}
