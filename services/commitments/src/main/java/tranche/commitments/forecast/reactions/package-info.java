/** What is told of milestones, and when a forecast is reckoned anew. Read {@link tranche.commitments.forecast.reactions.MilestoneReactions} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.forecast.reactions;
