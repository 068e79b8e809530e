/** What time brings to files. Read {@link tranche.commitments.document.jobs.UnnamedFilesJob}. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.document.jobs;
