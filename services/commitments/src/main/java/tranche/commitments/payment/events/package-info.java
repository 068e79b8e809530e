/** The events of bank accounts as they leave. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.payment.events;
