package tranche.commitments.commitment.domain;

/** How exactly a commitment's date is known: what comes from public records often names a month or a year only. */
public enum DatePrecision {
    DAY,
    MONTH,
    QUARTER,
    YEAR
}
