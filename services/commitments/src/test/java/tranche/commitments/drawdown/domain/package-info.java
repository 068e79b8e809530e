/** Rules of calls and receipts. Read {@link tranche.commitments.drawdown.domain.DrawdownProperties} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.drawdown.domain;
