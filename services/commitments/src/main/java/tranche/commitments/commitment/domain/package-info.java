/** A fund's commitments and closings: what may be done, in which state, by whom. Read {@link tranche.commitments.commitment.domain.FundBook} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.commitment.domain;
