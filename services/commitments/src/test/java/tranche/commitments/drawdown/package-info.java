/** Calls and receipts over HTTP, in the database and on the topic. Read {@link tranche.commitments.drawdown.CallLifeTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.drawdown;
