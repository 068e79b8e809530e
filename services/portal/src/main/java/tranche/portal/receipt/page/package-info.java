/** The pages of receipts. Read {@link tranche.portal.receipt.page.ReceiptsPage} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.receipt.page;
