/** Tells of the keys that sign notices. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.notice.jobs;
