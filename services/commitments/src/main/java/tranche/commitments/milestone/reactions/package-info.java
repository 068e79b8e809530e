/** Keeps milestones as events tell. Read {@link tranche.commitments.milestone.reactions.MilestoneReactions}. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.milestone.reactions;
