/** A commitment over HTTP. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.commitment.api;
