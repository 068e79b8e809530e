/** Tests of the pages of receipts. */
@org.jspecify.annotations.NullMarked
package tranche.portal.receipt.page;
