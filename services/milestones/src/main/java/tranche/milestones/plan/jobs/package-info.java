/** Plans that a day moves which has passed. Read {@link tranche.milestones.plan.jobs.PassedForecastsJob} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.plan.jobs;
