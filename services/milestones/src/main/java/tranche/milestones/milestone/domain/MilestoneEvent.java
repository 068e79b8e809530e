package tranche.milestones.milestone.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.milestones.programme.domain.ProgrammeId;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.slip.domain.Slip;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Maker;
import tranche.values.register.ForeignIdentity;

/** What happened to a milestone. */
public sealed interface MilestoneEvent {

    MilestoneId id();

    LocalDate effectiveDate();

    /**
     * What moved a forecast. However many milestones follow each other and however much happened at once, it tells no more
     * than a reader follows: otherwise what is told of a long row would grow with the square of its length.
     *
     * @param reason why, in the site's words
     * @param causes ids of the events that brought it about, in order, the last {@link #MOST_CAUSES} of them; empty where its
     *     own event, right before, did, and where a day has passed
     * @param chain what drives it, the nearest first, the nearest {@link #MOST_DRIVERS} of them
     */
    record Why(Optional<String> reason, List<UUID> causes, List<Driving> chain) {

        public static final int MOST_CAUSES = 100;
        public static final int MOST_DRIVERS = 20;

        public Why {
            causes = List.copyOf(causes.subList(Math.max(0, causes.size() - MOST_CAUSES), causes.size()));
            chain = List.copyOf(chain.subList(0, Math.min(chain.size(), MOST_DRIVERS)));
        }
    }

    /** @param payload hash of the request, by which the same one is known when it comes twice */
    record Planned(
            MilestoneId id,
            ProgrammeId programme,
            ProjectId project,
            MilestoneContent content,
            Baseline baseline,
            Work work,
            LocalDate forecast,
            Lateness lateness,
            Optional<ForeignIdentity> foreign,
            ContentHash payload,
            LocalDate effectiveDate,
            Maker by)
            implements MilestoneEvent {}

    /** @param work as it now is */
    record PlanChanged(MilestoneId id, Work work, LocalDate effectiveDate) implements MilestoneEvent {}

    /** Work began on the effective date. */
    record Started(MilestoneId id, LocalDate effectiveDate) implements MilestoneEvent {}

    record Claimed(MilestoneId id, LocalDate claimedDate, LocalDate effectiveDate, Maker by)
            implements MilestoneEvent {}

    record EvidenceSubmitted(MilestoneId id, List<Evidence> items, LocalDate effectiveDate, Maker by)
            implements MilestoneEvent {
        public EvidenceSubmitted {
            items = List.copyOf(items);
        }
    }

    /** @param verifications how many there are of the claim, with this one */
    record Verified(
            MilestoneId id,
            LocalDate achievedDate,
            String statement,
            int verifications,
            LocalDate effectiveDate,
            Maker by)
            implements MilestoneEvent {}

    /**
     * The quorum is reached.
     *
     * @param tranches that waited for it, among other conditions or for it alone
     */
    record Achieved(MilestoneId id, LocalDate achievedDate, Slip slip, List<UUID> tranches, LocalDate effectiveDate)
            implements MilestoneEvent {
        public Achieved {
            tranches = List.copyOf(tranches);
        }
    }

    record Rejected(MilestoneId id, String reason, LocalDate effectiveDate) implements MilestoneEvent {}

    record ClaimWithdrawn(MilestoneId id, LocalDate effectiveDate) implements MilestoneEvent {}

    /**
     * @param before the state that it was revoked in
     * @param tranches that rest on it, released ones, too
     */
    record VerificationRevoked(
            MilestoneId id,
            MilestoneState before,
            List<UUID> tranches,
            String reason,
            Maker proposedBy,
            LocalDate effectiveDate)
            implements MilestoneEvent {
        public VerificationRevoked {
            tranches = List.copyOf(tranches);
        }
    }

    /**
     * The forecast changed, or how far it is from its baselines.
     *
     * @param previous the day before
     * @param outlook as it now is
     */
    record ForecastChanged(
            MilestoneId id, LocalDate previous, Outlook outlook, Lateness lateness, Why why, LocalDate effectiveDate)
            implements MilestoneEvent {}

    /** @param moved by how much it is later than before, above zero */
    record Slipped(
            MilestoneId id,
            LocalDate previous,
            LocalDate forecast,
            Slip moved,
            Slip slip,
            Why why,
            LocalDate effectiveDate)
            implements MilestoneEvent {}

    /** @param moved by how much it is earlier than before, above zero */
    record Advanced(
            MilestoneId id,
            LocalDate previous,
            LocalDate forecast,
            Slip moved,
            Slip slip,
            Why why,
            LocalDate effectiveDate)
            implements MilestoneEvent {}

    record BaselineApproved(
            MilestoneId id,
            LocalDate previous,
            LocalDate baselineDate,
            Lateness lateness,
            String reason,
            Maker proposedBy,
            LocalDate effectiveDate)
            implements MilestoneEvent {}

    record Waived(MilestoneId id, Waiver waiver, String reason, Maker proposedBy, LocalDate effectiveDate)
            implements MilestoneEvent {}

    record WaiverRevoked(MilestoneId id, String reason, Maker proposedBy, LocalDate effectiveDate)
            implements MilestoneEvent {}

    /** @param tranches that waited for it, and get other conditions */
    record Removed(MilestoneId id, List<UUID> tranches, String reason, Maker proposedBy, LocalDate effectiveDate)
            implements MilestoneEvent {
        public Removed {
            tranches = List.copyOf(tranches);
        }
    }

    /** @param tranches that waited for it, and get other conditions */
    record Superseded(
            MilestoneId id,
            MilestoneId supersededBy,
            List<UUID> tranches,
            String reason,
            Maker proposedBy,
            LocalDate effectiveDate)
            implements MilestoneEvent {
        public Superseded {
            tranches = List.copyOf(tranches);
        }
    }

    record DueSoon(MilestoneId id, LocalDate baselineDate, LocalDate effectiveDate) implements MilestoneEvent {}
}
