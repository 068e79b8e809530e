package tranche.milestones.milestone.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /** The command's name among all that is proposed, for instance {@code REVOKE_VERIFICATION}. */
    default ProposedCommand command() {
        return new ProposedCommand(step().command().toUpperCase(Locale.ROOT).replace('-', '_'), "milestone");
    }

    /**
     * What there is to approve (rule D-6): the motion, and what of the milestone it is decided upon. A forecast that moves by
     * itself in the meantime changes none of that.
     */
    default Content on(Milestone milestone) {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("milestoneId", milestone.id().toString());
        members.put("state", milestone.state().name());
        members.put("currentBaselineDate", milestone.baseline().current().toString());
        members.put("originalBaselineDate", milestone.baseline().original().toString());
        members.put(
                "achievedDate",
                milestone.achievedDate().map(LocalDate::toString).orElse(null));
        members.put("command", command().code());
        members.put("reason", reason());
        members.put("effectiveDate", effectiveDate().map(LocalDate::toString).orElse(null));
        switch (this) {
            case Rebaseline set ->
                members.put("baselineDate", set.baselineDate().toString());
            case Waive waive -> {
                members.put(
                        "trancheIds",
                        waive.waiver().tranches().stream().map(UUID::toString).toList());
                members.put("expires", waive.waiver().expires().toString());
            }
            case Supersede by -> members.put("supersededBy", by.supersededBy().toString());
            case RevokeVerification _, RevokeWaiver _, Remove _ -> {}
        }
        return Content.shown(members);
    }
}
