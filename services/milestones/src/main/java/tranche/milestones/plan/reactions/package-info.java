/** Runs through the plans that events move. Read {@link tranche.milestones.plan.reactions.PlanReactions} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.plan.reactions;
