/** What the end of a due date brings. Read {@link tranche.commitments.drawdown.jobs.OverdueJob} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.drawdown.jobs;
