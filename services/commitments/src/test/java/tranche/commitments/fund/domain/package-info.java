/** Examples of what is decided about a fund. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.fund.domain;
