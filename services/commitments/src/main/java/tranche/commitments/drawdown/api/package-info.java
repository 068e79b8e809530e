/** Calls and receipts over HTTP. Read {@link tranche.commitments.drawdown.api.CallController} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.drawdown.api;
