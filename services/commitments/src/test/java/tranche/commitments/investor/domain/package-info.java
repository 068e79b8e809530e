/** Examples of what is decided about a investor. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.investor.domain;
