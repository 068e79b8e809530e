package tranche.portal.timeline.domain;

import java.util.Locale;

/** Where a milestone stands. */
public enum MilestoneState {
    PLANNED,
    IN_PROGRESS,
    /** Reached, as the site says: never shown as verified. */
    CLAIMED,
    EVIDENCE_SUBMITTED,
    /** Verified by somebody, and not yet by its quorum. */
    VERIFIED,
    /** Verified by its quorum: what people read as verified. */
    ACHIEVED,
    REJECTED,
    WAIVED,
    REMOVED,
    SUPERSEDED;

    /** Whether it is still to be reached or verified. */
    public boolean isOpen() {
        return switch (this) {
            case PLANNED, IN_PROGRESS, CLAIMED, EVIDENCE_SUBMITTED, VERIFIED, REJECTED -> true;
            case ACHIEVED, WAIVED, REMOVED, SUPERSEDED -> false;
        };
    }

    /** Whether the site says that it is reached and its quorum has not found so yet. */
    public boolean isClaimed() {
        return this == CLAIMED || this == EVIDENCE_SUBMITTED || this == VERIFIED;
    }

    /** Whether it is no part of the plan any more. */
    public boolean isGone() {
        return this == REMOVED || this == SUPERSEDED;
    }

    /** The name in keys of texts, for instance {@code in-progress}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
