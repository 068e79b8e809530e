package tranche.milestones.milestone.domain;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import tranche.values.proposal.Content;
import tranche.values.proposal.ProposedCommand;

/**
 * What one person proposes about a milestone and another confirms (domain §2.5). The effective date is the day of the
 * confirmation where none is given.
 */
public sealed interface Motion {

    String reason();

    Optional<LocalDate> effectiveDate();

    /** The step that it is. */
    Step step();

    /** Sets another baseline; the original stays. */
    record Rebaseline(LocalDate baselineDate, String reason, Optional<LocalDate> effectiveDate) implements Motion {
        @Override
        public Step step() {
            return Step.REBASELINE;
        }
    }

    /** Takes back what was verified, for instance because the evidence was false. */
    record RevokeVerification(String reason, Optional<LocalDate> effectiveDate) implements Motion {
        @Override
        public Step step() {
            return Step.REVOKE_VERIFICATION;
        }
    }

    record Waive(Waiver waiver, String reason, Optional<LocalDate> effectiveDate) implements Motion {
        @Override
        public Step step() {
            return Step.WAIVE;
        }
    }

    /** Takes back every waiver that the milestone has. */
    record RevokeWaiver(String reason, Optional<LocalDate> effectiveDate) implements Motion {
        @Override
        public Step step() {
            return Step.REVOKE_WAIVER;
        }
    }

    /** Takes the milestone out of the plan. */
    record Remove(String reason, Optional<LocalDate> effectiveDate) implements Motion {
        @Override
        public Step step() {
            return Step.REMOVE;
        }
    }

    /** Takes the milestone out of the plan for another one's sake. */
    record Supersede(MilestoneId supersededBy, String reason, Optional<LocalDate> effectiveDate) implements Motion {
        @Override
        public Step step() {
            return Step.SUPERSEDE;
        }
    }

    /** The command's name among all that is proposed. */
    default ProposedCommand command() {
        return command(step());
    }

    /** The name of a step among all that is proposed, for instance {@code REVOKE_VERIFICATION}. */
    static ProposedCommand command(Step step) {
        return new ProposedCommand(step.command().toUpperCase(Locale.ROOT).replace('-', '_'), "milestone");
    }

    /**
     * What there is to approve (rule D-6): the motion, and what of the milestone it is decided upon. A forecast that moves by
     * itself in the meantime changes none of that.
     *
     * @param resting the tranches that rest on the milestone: they are named where they are freed or get other conditions
     */
    default Content on(Milestone milestone, Resting resting) {
        return Content.shown(MotionContent.of(this, milestone, resting));
    }
}
