package tranche.portal.timeline.domain;

import java.util.Locale;

/** How far a schedule exceeds its baselines, the worse of both (rule D-36). */
public enum Breach {
    NONE,
    SIGNIFICANT,
    CRITICAL;

    /** The name in keys of texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
