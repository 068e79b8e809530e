/** Plans: what a milestone's day means for those that follow it. Read {@link tranche.milestones.plan.PlanRuns} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.plan;
