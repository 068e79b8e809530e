/** Runs through plans against a real database. Read {@link tranche.milestones.plan.reactions.PlanReactionsTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.plan.reactions;
