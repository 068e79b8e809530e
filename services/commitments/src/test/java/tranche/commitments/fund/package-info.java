/** Funds over HTTP on a real database. Read {@link tranche.commitments.fund.TermsTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.fund;
