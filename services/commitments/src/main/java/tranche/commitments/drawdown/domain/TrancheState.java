package tranche.commitments.drawdown.domain;

/** Where a tranche stands (domain §2.6). */
public enum TrancheState {
    DRAFT,
    LOCKED,
    CONDITIONS_MET,
    CALL_DRAFTED,
    RELEASED,
    CANCELLED
}
