package tranche.commitments.drawdown.domain;

/** What a part of a call is for (domain §8.1). */
public enum ComponentType {
    /** {@code CALL_INVESTMENT} of the notice. */
    INVESTMENT,
    /** {@code CALL_MGMT_FEE}. */
    FEE,
    /** {@code CALL_EXPENSE}. */
    EXPENSE
}
