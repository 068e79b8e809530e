/** What events make of tranches, calls, receipts and forecasts, held against their rows. Read {@link tranche.auditor.drawdown.DrawdownReplay} first. */
@org.jspecify.annotations.NullMarked
package tranche.auditor.drawdown;
