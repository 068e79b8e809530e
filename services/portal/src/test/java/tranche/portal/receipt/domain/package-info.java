/** Tests of what pages know of receipts. */
@org.jspecify.annotations.NullMarked
package tranche.portal.receipt.domain;
