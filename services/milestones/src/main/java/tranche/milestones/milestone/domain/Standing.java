package tranche.milestones.milestone.domain;

import static tranche.milestones.milestone.domain.MilestoneState.ACHIEVED;
import static tranche.milestones.milestone.domain.MilestoneState.CLAIMED;
import static tranche.milestones.milestone.domain.MilestoneState.EVIDENCE_SUBMITTED;
import static tranche.milestones.milestone.domain.MilestoneState.IN_PROGRESS;
import static tranche.milestones.milestone.domain.MilestoneState.REJECTED;
import static tranche.milestones.milestone.domain.MilestoneState.REMOVED;
import static tranche.milestones.milestone.domain.MilestoneState.SUPERSEDED;
import static tranche.milestones.milestone.domain.MilestoneState.VERIFIED;
import static tranche.milestones.milestone.domain.MilestoneState.WAIVED;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tranche.milestones.slip.domain.Progress;
import tranche.values.actor.Maker;
import tranche.values.calendar.WorkingDays;

/**
 * Where a milestone stands, with what brought it there; each move of domain §2.5 makes the next one.
 *
 * @param started when work began, as far as the site has said so
 * @param claim from the claim on until it is rejected, withdrawn or revoked; kept while the milestone is waived
 * @param hands all who ever claimed it or submitted evidence for it: none of them verifies it
 * @param waivers that hold, in order of time
 * @param beforeWaiver what it was before it was waived for all; there only while it is WAIVED
 * @param supersededBy there only while it is SUPERSEDED
 * @param reason of the last rejection, revocation, removal or supersession; empty again once it is claimed anew
 */
public record Standing(
        MilestoneState state,
        Optional<LocalDate> started,
        Optional<Claim> claim,
        Set<Maker> hands,
        List<Waiver> waivers,
        Optional<MilestoneState> beforeWaiver,
        Optional<MilestoneId> supersededBy,
        Optional<String> reason) {

    public static final Standing PLANNED = new Standing(
            MilestoneState.PLANNED,
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Standing {
        hands = Set.copyOf(hands);
        waivers = List.copyOf(waivers);
    }

    /**
     * How far the work has come on a day. What is only claimed moves nothing: a plan that believed the site would tell investors
     * of days that nobody has verified (domain §10).
     */
    Progress progress(WorkingDays days, int durationDays, LocalDate on) {
        return switch (beforeWaiver.orElse(state)) {
            case ACHIEVED -> new Progress.Achieved(claim.orElseThrow().achieved());
            case PLANNED, IN_PROGRESS, CLAIMED, EVIDENCE_SUBMITTED, VERIFIED, REJECTED, WAIVED, REMOVED, SUPERSEDED ->
                started.<Progress>map(day -> new Progress.UnderWay(Math.max(0, durationDays - days.between(day, on))))
                        .orElseGet(Progress.Ahead::new);
        };
    }

    /** Whether a day that the site states counts: no longer once the milestone is reached, verified by its quorum. */
    boolean isAhead() {
        return beforeWaiver.orElse(state) != ACHIEVED;
    }

    Standing started(LocalDate on) {
        return new Standing(IN_PROGRESS, Optional.of(on), claim, hands, waivers, beforeWaiver, supersededBy, reason);
    }

    Standing claimed(LocalDate date, Maker by) {
        return new Standing(
                CLAIMED,
                started,
                Optional.of(Claim.of(date, by)),
                handsWith(by),
                waivers,
                Optional.empty(),
                supersededBy,
                Optional.empty());
    }

    Standing shown(List<Evidence> evidence, Maker by) {
        return new Standing(
                EVIDENCE_SUBMITTED,
                started,
                claim.map(said -> said.with(evidence)),
                handsWith(by),
                waivers,
                beforeWaiver,
                supersededBy,
                reason);
    }

    Standing verified(Claim.Verification verification) {
        return with(VERIFIED, claim.map(said -> said.with(verification)), reason);
    }

    Standing achieved() {
        return with(ACHIEVED, claim, reason);
    }

    /** Of a rejection or of a revocation: the claim is void, and whoever made it still had a hand in it. */
    Standing rejected(String why) {
        return with(REJECTED, Optional.empty(), Optional.of(why));
    }

    /** What was said to be reached was under way at least. */
    Standing withdrawn() {
        return new Standing(
                IN_PROGRESS,
                started.or(() -> claim.map(Claim::date)),
                Optional.empty(),
                hands,
                waivers,
                beforeWaiver,
                supersededBy,
                reason);
    }

    Standing waived(Waiver waiver) {
        return new Standing(
                waiver.isOfAll() ? WAIVED : state,
                started,
                claim,
                hands,
                Stream.concat(waivers.stream(), Stream.of(waiver)).toList(),
                waiver.isOfAll() ? beforeWaiver.or(() -> Optional.of(state)) : beforeWaiver,
                supersededBy,
                reason);
    }

    Standing waiversRevoked() {
        return new Standing(
                beforeWaiver.orElse(state), started, claim, hands, List.of(), Optional.empty(), supersededBy, reason);
    }

    Standing removed(String why) {
        return new Standing(REMOVED, started, claim, hands, waivers, Optional.empty(), supersededBy, Optional.of(why));
    }

    Standing superseded(MilestoneId by, String why) {
        return new Standing(
                SUPERSEDED, started, claim, hands, waivers, Optional.empty(), Optional.of(by), Optional.of(why));
    }

    private Standing with(MilestoneState next, Optional<Claim> said, Optional<String> why) {
        return new Standing(next, started, said, hands, waivers, beforeWaiver, supersededBy, why);
    }

    private Set<Maker> handsWith(Maker another) {
        Set<Maker> all = new HashSet<>(hands);
        all.add(another);
        return all;
    }
}
