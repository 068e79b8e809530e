/** The events of calls and receipts as Avro records. Read {@link tranche.commitments.drawdown.events.DrawdownAvro} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.drawdown.events;
