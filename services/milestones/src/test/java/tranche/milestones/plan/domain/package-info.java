/** Examples and properties of runs through plans. Read {@link tranche.milestones.plan.domain.PlanRunTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.plan.domain;
