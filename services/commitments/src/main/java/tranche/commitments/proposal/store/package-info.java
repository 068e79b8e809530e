/** The rows of proposals. Read {@link tranche.commitments.proposal.store.ProposalRows} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.proposal.store;
