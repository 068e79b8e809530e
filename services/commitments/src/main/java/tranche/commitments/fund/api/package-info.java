/** A fund over HTTP. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.fund.api;
