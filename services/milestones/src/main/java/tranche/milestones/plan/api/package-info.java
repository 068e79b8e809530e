/** Plans over HTTP. Read {@link tranche.milestones.plan.api.PlanController} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.plan.api;
