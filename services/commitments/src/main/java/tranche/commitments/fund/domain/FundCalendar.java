package tranche.commitments.fund.domain;

/** The calendar by which a fund's business days are counted (domain §8.3). */
public enum FundCalendar {
    /** Days on which the Federal Reserve Banks are open. */
    US,
    /** Days on which the Eurosystem's T2 settles. */
    TARGET
}
