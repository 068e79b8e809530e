/** Investments as Avro records. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.investment.events;
