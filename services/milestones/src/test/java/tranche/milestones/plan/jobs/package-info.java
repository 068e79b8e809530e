/** Tests of what a day that has passed does to plans. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.plan.jobs;
