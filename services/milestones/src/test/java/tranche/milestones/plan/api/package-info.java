/** Plans as a client of the service sees them. Read {@link tranche.milestones.plan.api.PlanOverHttpTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.plan.api;
