/** The events of calls, receipts and tranches as Avro records. Read {@link tranche.commitments.drawdown.events.DrawdownAvro} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.drawdown.events;
