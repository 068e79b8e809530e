package tranche.portal.raise.domain;

import java.util.Locale;

/** Where a commitment stands (domain §2.1). */
public enum CommitmentState {
    DRAFT,
    SUBMITTED,
    ACCEPTED,
    CLOSED,
    DEFAULTED,
    TRANSFERRED,
    RELEASED,
    CANCELLED;

    /** The name in addresses of pages and in keys of texts, for instance {@code submitted}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
