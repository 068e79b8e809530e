/** A programme over HTTP. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.programme.api;
