package tranche.commitments.commitment.domain;

/** Where a commitment stands (domain §2.1). */
public enum CommitmentState {
    /** An interest indicated; or a position that exists elsewhere, waiting to be taken on. */
    DRAFT,
    /** Signed, or known from a public source, and waiting for a second person. */
    SUBMITTED,
    /** Accepted, not closed. */
    ACCEPTED,
    /** Committed. */
    CLOSED,
    /** Gone over to another investor, whole: nothing of it is left, its amount is what it was. */
    TRANSFERRED,
    CANCELLED
}
