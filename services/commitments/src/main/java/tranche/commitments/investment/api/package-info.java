/** Investments over HTTP. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.investment.api;
