/** What one person has proposed and another has to confirm. Read {@link tranche.values.proposal.Proposal} first. */
@org.jspecify.annotations.NullMarked
package tranche.values.proposal;
