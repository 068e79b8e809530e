package tranche.portal.timeline.domain;

import java.util.Locale;

/** What happened: the events that people are told about, by the names of the contract. */
public enum ChangeKind {
    PROJECT_REGISTERED,
    PROJECT_CHANGED,
    PROJECT_STOPPED,
    MILESTONE_PLANNED,
    MILESTONE_PLAN_CHANGED,
    MILESTONE_STARTED,
    MILESTONE_CLAIMED,
    EVIDENCE_SUBMITTED,
    MILESTONE_VERIFIED,
    MILESTONE_ACHIEVED,
    MILESTONE_REJECTED,
    MILESTONE_CLAIM_WITHDRAWN,
    MILESTONE_VERIFICATION_REVOKED,
    MILESTONE_FORECAST_CHANGED,
    MILESTONE_SLIPPED,
    MILESTONE_ADVANCED,
    BASELINE_APPROVED,
    MILESTONE_WAIVED,
    MILESTONE_WAIVER_REVOKED,
    MILESTONE_REMOVED,
    MILESTONE_SUPERSEDED,
    MILESTONE_DUE_SOON;

    /**
     * Whether investors and stakeholders are told: of what is built they see what is verified, how it moves and what is
     * decided about it, and neither a claim nor what becomes of it before somebody has verified it.
     */
    public boolean isPublished() {
        return switch (this) {
            case PROJECT_REGISTERED,
                    PROJECT_CHANGED,
                    PROJECT_STOPPED,
                    MILESTONE_VERIFIED,
                    MILESTONE_ACHIEVED,
                    MILESTONE_VERIFICATION_REVOKED,
                    MILESTONE_FORECAST_CHANGED,
                    MILESTONE_SLIPPED,
                    MILESTONE_ADVANCED,
                    BASELINE_APPROVED,
                    MILESTONE_WAIVED,
                    MILESTONE_WAIVER_REVOKED,
                    MILESTONE_REMOVED,
                    MILESTONE_SUPERSEDED -> true;
            case MILESTONE_PLANNED,
                    MILESTONE_PLAN_CHANGED,
                    MILESTONE_STARTED,
                    MILESTONE_CLAIMED,
                    EVIDENCE_SUBMITTED,
                    MILESTONE_REJECTED,
                    MILESTONE_CLAIM_WITHDRAWN,
                    MILESTONE_DUE_SOON -> false;
        };
    }

    /** Whether whoever follows the programme as a whole is told, and not only who looks at the project. */
    public boolean isNews() {
        return switch (this) {
            case PROJECT_STOPPED,
                    MILESTONE_CLAIMED,
                    MILESTONE_ACHIEVED,
                    MILESTONE_REJECTED,
                    MILESTONE_VERIFICATION_REVOKED,
                    MILESTONE_SLIPPED,
                    MILESTONE_ADVANCED,
                    BASELINE_APPROVED,
                    MILESTONE_WAIVED,
                    MILESTONE_REMOVED,
                    MILESTONE_SUPERSEDED -> true;
            case PROJECT_REGISTERED,
                    PROJECT_CHANGED,
                    MILESTONE_PLANNED,
                    MILESTONE_PLAN_CHANGED,
                    MILESTONE_STARTED,
                    EVIDENCE_SUBMITTED,
                    MILESTONE_VERIFIED,
                    MILESTONE_CLAIM_WITHDRAWN,
                    MILESTONE_FORECAST_CHANGED,
                    MILESTONE_WAIVER_REVOKED,
                    MILESTONE_DUE_SOON -> false;
        };
    }

    /** The name in keys of texts, for instance {@code milestone-slipped}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
