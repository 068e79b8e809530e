package tranche.milestones.milestone.domain;

import static tranche.milestones.milestone.domain.MilestoneRefusal.BASELINE_UNCHANGED;
import static tranche.milestones.milestone.domain.MilestoneRefusal.REASON_MISSING;
import static tranche.milestones.milestone.domain.MilestoneRefusal.UNKNOWN_REFERENCE;
import static tranche.milestones.milestone.domain.MilestoneRefusal.WAIVER_EXPIRED;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import tranche.milestones.milestone.domain.MilestoneCommand.Confirm;
import tranche.milestones.milestone.domain.MilestoneEvent.BaselineApproved;
import tranche.milestones.milestone.domain.MilestoneEvent.Removed;
import tranche.milestones.milestone.domain.MilestoneEvent.Superseded;
import tranche.milestones.milestone.domain.MilestoneEvent.VerificationRevoked;
import tranche.milestones.milestone.domain.MilestoneEvent.Waived;
import tranche.milestones.milestone.domain.MilestoneEvent.WaiverRevoked;
import tranche.milestones.project.domain.Project;
import tranche.milestones.tranche.domain.Tranche;
import tranche.values.actor.Actor;
import tranche.values.actor.Maker;
import tranche.values.decision.Decision;
import tranche.values.proposal.Proposal;

/**
 * What two persons decide about a milestone (domain §2.5): one proposes, another confirms, and the same rule is asked both
 * times.
 */
record MotionDecisions(Site site, Instant now) {

    Decision<Proposal> propose(Propose propose) {
        Optional<Milestone> found = site.milestones().get(propose.id());
        Motion motion = propose.motion();
        return Gate.<Proposal>refusal(found, motion.step(), propose.by(), propose.ifMatch(), site.reporters())
                .or(() -> refusal(
                        found.orElseThrow(),
                        motion,
                        propose.by(),
                        tranche -> tranche.isSeenBy(propose.by().access())))
                .orElseGet(() -> accepted(Proposal.of(
                        propose.proposal(),
                        motion.command(),
                        propose.id().value(),
                        Set.of(found.orElseThrow().scope()),
                        motion.on(found.orElseThrow(), site.restingOn(propose.id())),
                        propose.by(),
                        now)));
    }

    Decision<MilestoneEvent> confirm(Confirm confirm) {
        Optional<Milestone> found = site.milestones().get(confirm.id());
        Motion motion = confirm.motion();
        return Gate.ofConfirming(found, motion.step(), confirm.proposedBy(), confirm.by())
                // What the first person named stands in what the second confirms, whoever sees the fund.
                .or(() -> refusal(found.orElseThrow(), motion, confirm.by(), _ -> true))
                .orElseGet(() -> carried(found.orElseThrow(), motion, confirm.proposedBy()));
    }

    private Decision<MilestoneEvent> carried(Milestone milestone, Motion motion, Maker by) {
        MilestoneId id = milestone.id();
        LocalDate effective = Dates.effective(site, milestone.version(), motion.effectiveDate(), now);
        var forecasting = new Forecasting(site, now);
        return switch (motion) {
            case Motion.Rebaseline(LocalDate date, String reason, var _) ->
                accepted(new BaselineApproved(
                        id,
                        milestone.baseline().current(),
                        date,
                        forecasting.lateness(
                                milestone.baseline().replacedBy(date),
                                milestone.outlook().date()),
                        reason,
                        by,
                        effective));
            case Motion.RevokeVerification(String reason, var _) ->
                forecasting.following(new VerificationRevoked(
                        id, milestone.state(), site.restingOn(id).approved(), reason, by, effective));
            case Motion.Waive(Waiver waiver, String reason, var _) ->
                accepted(new Waived(id, waiver, reason, by, effective));
            case Motion.RevokeWaiver(String reason, var _) -> accepted(new WaiverRevoked(id, reason, by, effective));
            case Motion.Remove(String reason, var _) -> accepted(new Removed(id, waiting(id), reason, by, effective));
            case Motion.Supersede(MilestoneId other, String reason, var _) ->
                accepted(new Superseded(id, other, waiting(id), reason, by, effective));
        };
    }

    /** The tranches that get other conditions: those that the second person has seen (rule D-6). */
    private List<UUID> waiting(MilestoneId id) {
        return site.restingOn(id).waiting();
    }

    private <E> Optional<Decision<E>> refusal(Milestone milestone, Motion motion, Actor by, Predicate<Tranche> seen) {
        Resting resting = site.restingOn(milestone.id());
        return Dates.<E>refusal(site, milestone.version(), motion.effectiveDate(), now)
                .or(() -> unchanged(milestone, motion))
                .or(() -> resting.released(milestone, motion, seen))
                .or(() -> unknownSuccessor(milestone, motion, by))
                .or(() -> resting.unknown(motion, seen))
                .or(() -> motion.reason().isBlank() ? Optional.of(refused(REASON_MISSING)) : Optional.empty())
                .or(() -> expired(motion));
    }

    private static <E> Optional<Decision<E>> unchanged(Milestone milestone, Motion motion) {
        return motion instanceof Motion.Rebaseline(LocalDate date, var _, var _)
                        && date.equals(milestone.baseline().current())
                ? Optional.of(refused(BASELINE_UNCHANGED))
                : Optional.empty();
    }

    /** What supersedes a milestone is another one of its programme, and still a part of the plan. */
    private <E> Optional<Decision<E>> unknownSuccessor(Milestone milestone, Motion motion, Actor by) {
        if (!(motion instanceof Motion.Supersede(MilestoneId other, var _, var _))) {
            return Optional.empty();
        }
        boolean isThere = site.neighbour(other)
                .filter(_ -> !other.equals(milestone.id()))
                .filter(found -> found.programme().equals(milestone.programme()))
                .filter(found -> found.finish().isPresent())
                .filter(found -> Project.isSeenBy(by.access(), found.scope()))
                .isPresent();
        return isThere ? Optional.empty() : Optional.of(refused(UNKNOWN_REFERENCE, Map.of("field", "supersededBy")));
    }

    private <E> Optional<Decision<E>> expired(Motion motion) {
        LocalDate today = Dates.today(site, now);
        return motion instanceof Motion.Waive(Waiver waiver, var _, var _)
                        && waiver.expires().isBefore(today)
                ? Optional.of(refused(WAIVER_EXPIRED, Map.of("today", today.toString())))
                : Optional.empty();
    }
}
