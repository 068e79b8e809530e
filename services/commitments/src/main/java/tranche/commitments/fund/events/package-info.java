/** The events of a fund as they leave. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.fund.events;
