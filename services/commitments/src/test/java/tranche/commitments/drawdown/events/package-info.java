/** What is told of tranches. Read {@link tranche.commitments.drawdown.events.TrancheAvroTest}. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.drawdown.events;
