package tranche.milestones.milestone.domain;

/** Where a milestone stands (domain §2.5). That it has slipped is a flag beside its state. */
public enum MilestoneState {
    PLANNED,
    IN_PROGRESS,
    /** Reached, as the site says: not verified, and never counted as if it were. */
    CLAIMED,
    EVIDENCE_SUBMITTED,
    /** Verified by one person or more, and not yet by its quorum. */
    VERIFIED,
    /** Verified by its quorum: what texts and totals call verified. */
    ACHIEVED,
    REJECTED,
    /** For all tranches; not verified. */
    WAIVED,
    REMOVED,
    SUPERSEDED;

    /** Whether nothing is planned for it any more. */
    public boolean isTerminal() {
        return this == ACHIEVED || !isInPlan();
    }

    /** Whether it is a part of the plan: what is removed or superseded holds nothing up. */
    public boolean isInPlan() {
        return this != REMOVED && this != SUPERSEDED;
    }

    /** Whether somebody has verified it. */
    public boolean isVerified() {
        return this == VERIFIED || this == ACHIEVED;
    }

    /** Whether the site says that it is reached, and nobody has verified or rejected that to the end. */
    public boolean isClaimed() {
        return this == CLAIMED || this == EVIDENCE_SUBMITTED || this == VERIFIED;
    }
}
