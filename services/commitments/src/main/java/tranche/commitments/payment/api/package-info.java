/** Bank accounts of funds over HTTP. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.payment.api;
