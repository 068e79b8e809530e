package tranche.portal.drawdown.domain;

import java.util.Locale;

/** States of a call and of its lines; a line is never {@link #APPROVED}. */
public enum CallState {
    DRAFT,
    APPROVED,
    ISSUED,
    PART_PAID,
    OVERDUE,
    PAID,
    CANCELLED,
    REVERSED;

    /** The name in addresses and texts, for instance {@code part-paid}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether money is demanded and has not come in. */
    public boolean isOpen() {
        return this == ISSUED || this == PART_PAID || this == OVERDUE;
    }

    /** Whether investors have been told, so that the references of the lines are theirs to name. */
    public boolean isTold() {
        return isOpen() || this == PAID || this == REVERSED;
    }
}
