package tranche.commitments.drawdown.domain;

/** Where one investor's line of a call stands (domain §2.2). */
public enum LineState {
    /** Of a call that is not issued yet. */
    DRAFT,
    ISSUED,
    PART_PAID,
    /** Not settled at the end of its due date. */
    OVERDUE,
    PAID,
    /** Left out by an edit: it is no line of the call any more. */
    DROPPED,
    CANCELLED,
    REVERSED;

    /** Whether money is demanded by it and has not all come in. */
    public boolean isOpen() {
        return this == ISSUED || this == PART_PAID || this == OVERDUE;
    }
}
