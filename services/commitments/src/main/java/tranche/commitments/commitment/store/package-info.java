/** The rows of a commitment and of its versions. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.commitment.store;
