package tranche.milestones.milestone.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tranche.values.actor.Actor;
import tranche.values.actor.Maker;
import tranche.values.register.ForeignIdentity;

/** What can be asked of a milestone. Where no effective date is given it is today in the project's zone. */
public sealed interface MilestoneCommand {

    MilestoneId id();

    Actor by();

    /** What the milestone that it makes is called where it comes from. */
    default Optional<ForeignIdentity> foreign() {
        return Optional.empty();
    }

    record Plan(
            MilestoneId id,
            MilestoneContent content,
            LocalDate baselineDate,
            Work work,
            @Override Optional<ForeignIdentity> foreign,
            Optional<LocalDate> effectiveDate,
            Actor by)
            implements MilestoneCommand {}

    /** Changes how it hangs on the plan. */
    record ChangePlan(
            MilestoneId id, Work.Changes changes, Optional<LocalDate> effectiveDate, Actor by, OptionalLong ifMatch)
            implements MilestoneCommand {}

    /** Says that work has begun, on the effective date. */
    record Start(MilestoneId id, Optional<LocalDate> effectiveDate, Actor by, OptionalLong ifMatch)
            implements MilestoneCommand {}

    /** Says that it is reached. */
    record Claim(
            MilestoneId id, LocalDate claimedDate, Optional<LocalDate> effectiveDate, Actor by, OptionalLong ifMatch)
            implements MilestoneCommand {}

    record SubmitEvidence(
            MilestoneId id, List<Evidence> items, Optional<LocalDate> effectiveDate, Actor by, OptionalLong ifMatch)
            implements MilestoneCommand {
        public SubmitEvidence {
            items = List.copyOf(items);
        }
    }

    record Verify(
            MilestoneId id,
            LocalDate achievedDate,
            String statement,
            Optional<LocalDate> effectiveDate,
            Actor by,
            OptionalLong ifMatch)
            implements MilestoneCommand {}

    record Reject(MilestoneId id, String reason, Optional<LocalDate> effectiveDate, Actor by, OptionalLong ifMatch)
            implements MilestoneCommand {}

    record WithdrawClaim(MilestoneId id, Optional<LocalDate> effectiveDate, Actor by, OptionalLong ifMatch)
            implements MilestoneCommand {}

    /** States another day on which it will be reached. */
    record Reschedule(
            MilestoneId id,
            LocalDate forecastDate,
            String reason,
            Optional<LocalDate> effectiveDate,
            Actor by,
            OptionalLong ifMatch)
            implements MilestoneCommand {}

    /** Confirms what another person has proposed. */
    record Confirm(MilestoneId id, Motion motion, Maker proposedBy, Actor by) implements MilestoneCommand {}

    /**
     * Tells what a run through the whole plan has given for the milestone: asked by the product itself.
     *
     * @param planned its finish by the plan alone
     * @param asOf the day of the run
     * @param causes ids of the events that the run is about, in order; the last {@link MilestoneEvent.Why#MOST_CAUSES} are told
     * @param chain what drives it, the nearest first; the nearest {@link MilestoneEvent.Why#MOST_DRIVERS} are told
     */
    record Reforecast(
            MilestoneId id, LocalDate planned, LocalDate asOf, List<UUID> causes, List<Driving> chain, Actor by)
            implements MilestoneCommand {
        public Reforecast {
            causes = List.copyOf(causes);
            chain = List.copyOf(chain);
        }
    }

    /** Tells that its baseline is near, once for each baseline: asked by the product itself, on any day. */
    record RemindOfDue(MilestoneId id, Actor by) implements MilestoneCommand {}
}
