package tranche.portal.raise.domain;

import java.util.Locale;

/** How the checks on an investor stand against what a fund's terms ask for before an acceptance. */
public enum Clearance {
    /** The terms ask for none. */
    NOT_ASKED,
    CLEARED,
    /** No result was recorded yet. */
    MISSING,
    REFUSED,
    /** The result was good and no longer holds. */
    LAPSED;

    /** Whether it lets an acceptance pass. */
    public boolean passes() {
        return this == NOT_ASKED || this == CLEARED;
    }

    /** Its name in keys of texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
