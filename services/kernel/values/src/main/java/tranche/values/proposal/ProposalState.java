package tranche.values.proposal;

/** What became of a proposal. */
public enum ProposalState {
    PENDING,
    APPROVED,
    REJECTED,
    /** Nobody answered in time. */
    LAPSED
}
