/** A fund: the vehicle that investors commit to, its terms and its cap. Read {@link tranche.commitments.fund.domain.FundFile} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.fund.domain;
