/** What one person has proposed and another has to confirm. Read {@link tranche.commitments.proposal.domain.Proposal} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.proposal.domain;
