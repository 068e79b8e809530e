/** What a day brings: closings take effect on their date. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.commitment.jobs;
