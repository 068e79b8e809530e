/** What time brings to milestones. Read {@link tranche.milestones.milestone.jobs.DueSoonJob} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.milestone.jobs;
