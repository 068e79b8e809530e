package tranche.commitments.proposal.domain;

/** What became of a proposal. */
public enum ProposalState {
    PENDING,
    APPROVED,
    REJECTED,
    /** Nobody answered in time. */
    LAPSED
}
