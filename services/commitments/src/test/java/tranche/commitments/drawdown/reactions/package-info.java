/** Calls of tranches, by the way of milestones' events. Read {@link tranche.commitments.drawdown.reactions.CalledByMilestoneTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.drawdown.reactions;
