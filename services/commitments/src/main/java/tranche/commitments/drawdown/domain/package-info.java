/** How money is called from investors and comes in: calls with their lines, and receipts. Read {@link tranche.commitments.drawdown.domain.Drawdowns} first, then {@link tranche.commitments.drawdown.domain.CapitalCall} and {@link tranche.commitments.drawdown.domain.Receipt}. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.drawdown.domain;
