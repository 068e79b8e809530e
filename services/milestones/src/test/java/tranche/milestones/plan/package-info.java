/** The service as the tests of plans need it. Read {@link tranche.milestones.plan.PlannedService} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.plan;
