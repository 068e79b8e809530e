/** The rows of calls, their lines and receipts. Read {@link tranche.commitments.drawdown.store.DrawdownRows} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.drawdown.store;
