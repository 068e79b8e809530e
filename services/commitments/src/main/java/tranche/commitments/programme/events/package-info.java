/** The events of a programme as they leave. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.programme.events;
