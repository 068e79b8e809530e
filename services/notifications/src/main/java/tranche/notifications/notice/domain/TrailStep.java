package tranche.notifications.notice.domain;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An event that a reader knows as a step on the way from evidence to what he is told. What concerns one investor alone is none: whose
 * alert it is reads of it in the alert itself.
 */
public enum TrailStep {
    MILESTONE_STARTED("milestones.MilestoneStarted", true),
    MILESTONE_CLAIMED("milestones.MilestoneClaimed", true),
    EVIDENCE_SUBMITTED("milestones.EvidenceSubmitted", false),
    MILESTONE_VERIFIED("milestones.MilestoneVerified", false),
    MILESTONE_ACHIEVED("milestones.MilestoneAchieved", false),
    MILESTONE_REJECTED("milestones.MilestoneRejected", false),
    VERIFICATION_REVOKED("milestones.MilestoneVerificationRevoked", true),
    FORECAST_DATE_CHANGED("milestones.MilestoneForecastChanged", true),
    MILESTONE_SLIPPED("milestones.MilestoneSlipped", false),
    MILESTONE_ADVANCED("milestones.MilestoneAdvanced", false),
    BASELINE_APPROVED("milestones.BaselineApproved", true),
    MILESTONE_WAIVED("milestones.MilestoneWaived", true),
    MILESTONE_REMOVED("milestones.MilestoneRemoved", true),
    MILESTONE_SUPERSEDED("milestones.MilestoneSuperseded", true),
    CONDITIONS_MET("commitments.TrancheConditionsMet", false),
    TRANCHE_RELEASED("commitments.TrancheReleased", false),
    TRANCHE_RELOCKED("commitments.TrancheRelocked", true),
    TRANCHE_HELD("commitments.TrancheHeld", false),
    TRANCHE_AMENDED("commitments.TrancheAmended", true),
    CALL_DRAFTED("commitments.CapitalCallDrafted", true),
    CALL_EDITED("commitments.CapitalCallDraftEdited", false),
    CALL_APPROVED("commitments.CapitalCallApproved", false),
    CALL_ISSUED("commitments.CapitalCallIssued", false),
    CALL_PAID("commitments.CapitalCallPaid", false),
    CALL_CANCELLED("commitments.CapitalCallCancelled", false),
    CALL_REVERSED("commitments.CapitalCallReversed", false),
    COMMITMENT_SUBMITTED("commitments.CommitmentSubmitted", true),
    COMMITMENT_ACCEPTED("commitments.CommitmentAccepted", false),
    COMMITMENT_CLOSED("commitments.CommitmentClosed", false),
    COMMITMENT_AMENDED("commitments.CommitmentAmended", true),
    COMMITMENT_CANCELLED("commitments.CommitmentCancelled", false);

    private static final String MILESTONES = "milestones.";

    private static final Map<String, TrailStep> BY_EVENT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(TrailStep::event, Function.identity()));

    private final String name;
    private final boolean begins;

    TrailStep(String name, boolean begins) {
        this.name = name;
        this.begins = begins;
    }

    /** The step that an event is, by the full name of its record; empty where it is none. */
    public static Optional<TrailStep> of(String event) {
        return Optional.ofNullable(BY_EVENT.get(event));
    }

    /** Full name of the event's record. */
    public String event() {
        return "tranche." + name;
    }

    /** Whether with it something begins: what was before it led to something else. */
    public boolean begins() {
        return begins;
    }

    /** Whether it follows from what was reached elsewhere, and leads to nothing itself. */
    public boolean isSideEffect() {
        return this == FORECAST_DATE_CHANGED || this == MILESTONE_SLIPPED || this == MILESTONE_ADVANCED;
    }

    /** Whether it happened on a site: to whom what follows from it is told, it is told as what led there. */
    public boolean isOnSite() {
        return name.startsWith(MILESTONES);
    }
}
