package tranche.portal.drawdown.domain;

import java.util.Locale;

/** How certain a call to come is, from demanded to doubtful. */
public enum Certainty {
    ISSUED,
    UNLOCKED,
    ON_PLAN,
    AT_RISK;

    /** The name in texts and in the sheet, for instance {@code at-risk}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
