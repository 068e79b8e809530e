/** What time brings to closings. Read {@link tranche.commitments.commitment.jobs.DueClosingsTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.commitment.jobs;
