package tranche.portal.timeline.domain;

import java.util.Locale;

/** What a project builds. */
public enum ProjectKind {
    FAB,
    RND_CENTRE,
    ENERGY_SITE,
    SUPPLY_PLANT;

    /** The name in addresses of pages and in keys of texts, in lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
