package tranche.portal.raise.domain;

/** How exactly a day is known: a date of 1 March 2024 known to the month is "March 2024" and nothing more. */
public enum DatePrecision {
    DAY,
    MONTH,
    QUARTER,
    YEAR
}
