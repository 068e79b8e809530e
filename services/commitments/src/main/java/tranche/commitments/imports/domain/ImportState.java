package tranche.commitments.imports.domain;

/** Where an import stands. An import is validated while its sender waits, so that state is never seen. */
public enum ImportState {
    /** Nothing was written: a row does not hold, or a second person said no, or nobody answered in time. */
    REJECTED,
    AWAITING_APPROVAL,
    DONE
}
