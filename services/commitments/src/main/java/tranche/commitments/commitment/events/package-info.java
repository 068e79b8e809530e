/** The events of a commitment as they leave. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.commitment.events;
