/** The front door of the feature commitment. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.commitment;
