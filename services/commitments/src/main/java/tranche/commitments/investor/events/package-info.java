/** The events of a investor as they leave. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.investor.events;
