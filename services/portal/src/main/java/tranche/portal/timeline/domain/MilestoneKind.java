package tranche.portal.timeline.domain;

import java.util.Locale;

/** What a milestone is about. */
public enum MilestoneKind {
    PERMIT,
    CONSTRUCTION,
    TOOL_INSTALL,
    UTILITY,
    PRODUCTION,
    TECHNOLOGY,
    CUSTOMER,
    WORKFORCE,
    RND,
    FINANCIAL;

    /** The name in addresses of pages and in keys of texts, in lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
