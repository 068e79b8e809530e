/** Tests of {@link tranche.flow.proposal.ProposalRows}. */
@org.jspecify.annotations.NullMarked
package tranche.flow.proposal;
