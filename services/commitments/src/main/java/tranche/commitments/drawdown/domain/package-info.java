/** How money is called from investors and comes in: calls with their lines, receipts, and the tranches that call by themselves. Read {@link tranche.commitments.drawdown.domain.Drawdowns} first, then {@link tranche.commitments.drawdown.domain.CapitalCall}, {@link tranche.commitments.drawdown.domain.Receipt} and {@link tranche.commitments.drawdown.domain.Tranche}. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.drawdown.domain;
