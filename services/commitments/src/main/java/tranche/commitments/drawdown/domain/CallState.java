package tranche.commitments.drawdown.domain;

/** Where a capital call stands (domain §2.2). */
public enum CallState {
    DRAFT,
    APPROVED,
    /** Demanded, and nothing has come in. */
    ISSUED,
    /** Something has come in, and no line is late. */
    PART_PAID,
    /** A line is late, whatever has come in. */
    OVERDUE,
    PAID,
    CANCELLED,
    REVERSED;

    /** Whether money was demanded and the demand stands. */
    public boolean isIssued() {
        return this == ISSUED || this == PART_PAID || this == OVERDUE || this == PAID;
    }
}
