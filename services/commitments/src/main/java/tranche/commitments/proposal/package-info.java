/** What waits for a second person. Read {@link tranche.commitments.proposal.ProposalCommands} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.proposal;
