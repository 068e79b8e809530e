/** Examples and properties of a fund's commitments and closings. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.commitment.domain;
