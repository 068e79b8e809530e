/** Receipts as a fund's staff sees them. Read {@link tranche.portal.receipt.domain.Receipt} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.receipt.domain;
