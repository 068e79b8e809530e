package tranche.portal.raise.domain;

import java.util.Locale;

/** How sure a call that is to come is, the surest first. */
public enum Certainty {
    /** It is demanded. */
    ISSUED,
    /** What it waited for is met; persons have yet to approve and issue it. */
    UNLOCKED,
    /** It waits for milestones, none of which is late. */
    ON_PLAN,
    /** It waits for a milestone that is expected later than planned. */
    AT_RISK;

    /** The name in keys of texts and in classes of the sheet, for instance {@code at-risk}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
