package tranche.portal.timeline.domain;

import java.util.Locale;

/** How a project does as a whole, the worst that is so of it first. */
public enum Standing {
    STOPPED,
    /** An open milestone exceeds a baseline critically. */
    CRITICAL,
    /** An open milestone is forecast after its baseline. */
    SLIPPED,
    ON_PLAN,
    /** Every milestone that still counts is verified, and there is one. */
    COMPLETE,
    /** Nothing is to be reached any more, and nothing is verified: all is waived, removed or replaced. */
    NOTHING_OPEN,
    /** There never was a milestone. */
    UNPLANNED;

    /** The name in addresses of pages and in keys of texts, for instance {@code on-plan}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
