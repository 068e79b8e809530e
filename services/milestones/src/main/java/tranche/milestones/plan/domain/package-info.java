/**
 * One run through all that hangs together in a plan. Read {@link tranche.milestones.plan.domain.PlanRun} first; the
 * arithmetic is that of {@link tranche.milestones.slip.domain.Plan}.
 */
@org.jspecify.annotations.NullMarked
package tranche.milestones.plan.domain;
