package tranche.commitments.commitment.domain;

/** Where a closing stands (domain §2.1). */
public enum ClosingState {
    PLANNED,
    APPROVED,
    EFFECTIVE,
    CANCELLED
}
