/** A investor over HTTP. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.investor.api;
