package tranche.commitments.journal.domain;

/** The two books of a fund, each of which sums to zero by itself in every entry (invariant I-2). */
public enum Ledger {
    /** What is owned and owed. */
    CASH,
    /** What investors have promised and how much of it was called: memo accounts, in the commitment's currency. */
    COMMITMENT
}
