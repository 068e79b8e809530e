package tranche.commitments.milestone.domain;

import java.time.LocalDate;

/** What is told of a milestone, as far as money may hang on it. */
public sealed interface MilestoneNews {

    MilestoneId id();

    /** Whether a condition may be met by it, or fall back. */
    default boolean isDecisive() {
        return switch (this) {
            case Achieved _, Revoked _, Waived _, WaiversRevoked _ -> true;
            case Planned _, Moved _, Forecast _, Rebaselined _, Gone _ -> false;
        };
    }

    /** @param milestone as it was planned */
    record Planned(Milestone milestone) implements MilestoneNews {
        @Override
        public MilestoneId id() {
            return milestone.id();
        }
    }

    /** Something happened to it that releases nothing: it was begun, claimed, shown, rejected. */
    record Moved(MilestoneId id, String state) implements MilestoneNews {}

    /**
     * It is verified by its quorum.
     *
     * @param slipDays how much later than its current baseline it was reached; below zero, how much earlier
     */
    record Achieved(MilestoneId id, String state, Achievement achievement, int slipDays) implements MilestoneNews {}

    /** What was verified of it no longer is. */
    record Revoked(MilestoneId id, String state) implements MilestoneNews {}

    /** It is expected on another day, or for another reason. */
    record Forecast(MilestoneId id, Outlook outlook) implements MilestoneNews {}

    /**
     * It has another baseline: its forecast, its reason and what drives it stay.
     *
     * @param slipDays against the new one
     */
    record Rebaselined(MilestoneId id, LocalDate forecast, int slipDays) implements MilestoneNews {}

    record Waived(MilestoneId id, String state, Waiver waiver) implements MilestoneNews {}

    /** Every waiver that it had was revoked. */
    record WaiversRevoked(MilestoneId id, String state) implements MilestoneNews {}

    /** It was taken out of the plan, or superseded. */
    record Gone(MilestoneId id, String state) implements MilestoneNews {}
}
