/** What is kept of milestones, by the way of their events. Read {@link tranche.commitments.drawdown.reactions.MilestoneReactionsTest}. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.drawdown.reactions;
