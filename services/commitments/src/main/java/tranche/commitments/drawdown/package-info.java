/** The front door of calls and receipts. Read {@link tranche.commitments.drawdown.DrawdownCommands} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.drawdown;
