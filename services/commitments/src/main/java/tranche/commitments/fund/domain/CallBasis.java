package tranche.commitments.fund.domain;

/** By what a capital call is shared among the fund's commitments (domain §5.2). */
public enum CallBasis {
    /** By the signed amounts. */
    COMMITMENT,
    /** By what is left of them to be called. */
    UNCALLED
}
