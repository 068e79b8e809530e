/** What days bring of which no event tells. Read {@link tranche.commitments.drawdown.jobs.OverdueJob} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.drawdown.jobs;
