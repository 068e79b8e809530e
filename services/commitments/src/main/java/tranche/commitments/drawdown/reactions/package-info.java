/** What tranches make of what is told of milestones and of other tranches. Read {@link tranche.commitments.drawdown.reactions.MilestoneReactions} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.drawdown.reactions;
