package tranche.portal.raise.domain;

/** Where a tranche stands. */
public enum TrancheState {
    DRAFT,
    LOCKED,
    CONDITIONS_MET,
    CALL_DRAFTED,
    RELEASED,
    CANCELLED
}
