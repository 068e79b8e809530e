package tranche.milestones.milestone.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.milestones.milestone.domain.MilestoneRefusal.BASELINE_UNCHANGED;
import static tranche.milestones.milestone.domain.MilestoneRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.milestones.milestone.domain.MilestoneRefusal.EFFECTIVE_DATE_BEFORE_LAST;
import static tranche.milestones.milestone.domain.MilestoneRefusal.FORBIDDEN;
import static tranche.milestones.milestone.domain.MilestoneRefusal.FOUR_EYES;
import static tranche.milestones.milestone.domain.MilestoneRefusal.INVALID_STATE;
import static tranche.milestones.milestone.domain.MilestoneRefusal.NOT_FOUND;
import static tranche.milestones.milestone.domain.MilestoneRefusal.REASON_MISSING;
import static tranche.milestones.milestone.domain.MilestoneRefusal.TRANCHE_RELEASED;
import static tranche.milestones.milestone.domain.MilestoneRefusal.UNKNOWN_REFERENCE;
import static tranche.milestones.milestone.domain.MilestoneRefusal.VERSION_CONFLICT;
import static tranche.milestones.milestone.domain.MilestoneRefusal.WAIVER_EXPIRED;
import static tranche.milestones.milestone.domain.MilestoneRefusal.WAIVER_USED;
import static tranche.milestones.milestone.domain.Sites.BASELINE;
import static tranche.milestones.milestone.domain.Sites.BEN;
import static tranche.milestones.milestone.domain.Sites.DORA_WHO_DOES_ALL;
import static tranche.milestones.milestone.domain.Sites.FIRST;
import static tranche.milestones.milestone.domain.Sites.MAYA;
import static tranche.milestones.milestone.domain.Sites.MAYA_AS_APPROVER;
import static tranche.milestones.milestone.domain.Sites.NOW;
import static tranche.milestones.milestone.domain.Sites.PROGRAMME;
import static tranche.milestones.milestone.domain.Sites.SAM;
import static tranche.milestones.milestone.domain.Sites.STRANGER;
import static tranche.milestones.milestone.domain.Sites.SUE;
import static tranche.milestones.milestone.domain.Sites.THIRD;
import static tranche.milestones.milestone.domain.Sites.TODAY;
import static tranche.milestones.milestone.domain.Sites.VERA;
import static tranche.milestones.milestone.domain.Sites.VIC;
import static tranche.milestones.milestone.domain.Sites.after;
import static tranche.milestones.milestone.domain.Sites.claim;
import static tranche.milestones.milestone.domain.Sites.confirm;
import static tranche.milestones.milestone.domain.Sites.events;
import static tranche.milestones.milestone.domain.Sites.id;
import static tranche.milestones.milestone.domain.Sites.in;
import static tranche.milestones.milestone.domain.Sites.motion;
import static tranche.milestones.milestone.domain.Sites.nextDoor;
import static tranche.milestones.milestone.domain.Sites.rebaseline;
import static tranche.milestones.milestone.domain.Sites.refusal;
import static tranche.milestones.milestone.domain.Sites.reschedule;
import static tranche.milestones.milestone.domain.Sites.resting;
import static tranche.milestones.milestone.domain.Sites.the;
import static tranche.milestones.milestone.domain.Sites.tranche;
import static tranche.milestones.milestone.domain.Sites.verify;
import static tranche.milestones.milestone.domain.Sites.waiveAll;
import static tranche.milestones.milestone.domain.Sites.waiveFor;
import static tranche.milestones.milestone.domain.Sites.withNeighbour;
import static tranche.values.proposal.ProposalRefusal.CONTENT_CHANGED;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tranche.milestones.milestone.domain.MilestoneCommand.Confirm;
import tranche.milestones.milestone.domain.MilestoneCommand.SubmitEvidence;
import tranche.milestones.milestone.domain.MilestoneEvent.BaselineApproved;
import tranche.milestones.milestone.domain.MilestoneEvent.VerificationRevoked;
import tranche.milestones.milestone.domain.MilestoneEvent.Waived;
import tranche.milestones.programme.domain.ProgrammeId;
import tranche.milestones.slip.domain.Band;
import tranche.milestones.slip.domain.Slip;
import tranche.milestones.tranche.domain.Tranche;
import tranche.milestones.tranche.domain.TrancheState;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;
import tranche.values.decision.Refusal;
import tranche.values.proposal.Proposal;

/** Domain §2.5: what two persons decide about a milestone. */
class MotionTest {

    private static final UUID PROPOSAL = new UUID(0, 50);
    private static final UUID TRANCHE = new UUID(0, 60);

    @ParameterizedTest
    @EnumSource(names = {"REBASELINE", "WAIVE", "REMOVE", "SUPERSEDE"})
    void is_proposed_by_a_manager_and_confirmed_by_an_approver(Step step) {
        Site planned = in(MilestoneState.PLANNED);

        Proposal proposal = proposed(planned.propose(propose(motion(step), MAYA), NOW));

        assertThat(proposal.command().code()).isEqualTo(step.command());
        assertThat(proposal.command().subjectType()).isEqualTo("milestone");
        assertThat(proposal.subject()).isEqualTo(FIRST.value());
        assertThat(proposal.about()).isEqualTo(Set.of(the(planned, FIRST).scope()));
        assertThat(events(planned.decide(confirm(FIRST, motion(step)), NOW))).hasSize(1);
        assertThat(refusal(planned.propose(propose(motion(step), SAM), NOW))).isEqualTo(FORBIDDEN);
        assertThat(refusal(planned.propose(propose(motion(step), VERA), NOW))).isEqualTo(FORBIDDEN);
    }

    @Test
    void may_revoke_a_verification_at_the_proposal_of_a_verifier_too() {
        Motion revoke = motion(Step.REVOKE_VERIFICATION);
        Site achieved = in(MilestoneState.ACHIEVED);

        assertThat(proposed(achieved.propose(propose(revoke, VIC), NOW)).maker())
                .isEqualTo(VIC.asMaker());
        assertThat(proposed(achieved.propose(propose(revoke, MAYA), NOW)).maker())
                .isEqualTo(MAYA.asMaker());
        assertThat(refusal(achieved.propose(propose(revoke, SAM), NOW))).isEqualTo(FORBIDDEN);
    }

    @Test
    @DisplayName("D-1: is not confirmed by whoever proposed it, under whatever account")
    void is_confirmed_by_another_person() {
        Site planned = in(MilestoneState.PLANNED);
        Motion remove = motion(Step.REMOVE);

        assertThat(refusal(planned, new Confirm(FIRST, remove, MAYA.asMaker(), MAYA_AS_APPROVER)))
                .isEqualTo(FOUR_EYES);
        assertThat(refusal(planned, new Confirm(FIRST, remove, DORA_WHO_DOES_ALL.asMaker(), DORA_WHO_DOES_ALL)))
                .isEqualTo(FOUR_EYES);
        assertThat(refusal(planned, new Confirm(FIRST, remove, MAYA.asMaker(), SAM)))
                .isEqualTo(FORBIDDEN);
        assertThat(refusal(planned, new Confirm(FIRST, remove, MAYA.asMaker(), STRANGER)))
                .isEqualTo(NOT_FOUND);
        assertThat(events(planned.decide(new Confirm(FIRST, remove, MAYA.asMaker(), DORA_WHO_DOES_ALL), NOW)))
                .hasSize(1);
    }

    @Test
    @DisplayName("D-6: is bound by a hash that changes with what it was decided upon, and not with a forecast")
    void is_bound_to_what_was_seen() {
        Milestone planned = the(in(MilestoneState.PLANNED), FIRST);
        Milestone started = the(in(MilestoneState.IN_PROGRESS), FIRST);
        Milestone late = the(after(in(MilestoneState.PLANNED), reschedule(FIRST, BASELINE.plusDays(9), SAM)), FIRST);
        Motion remove = motion(Step.REMOVE);

        assertThat(remove.on(started, Resting.NONE).hash())
                .isNotEqualTo(remove.on(planned, Resting.NONE).hash());
        assertThat(remove.on(late, Resting.NONE).hash())
                .isEqualTo(remove.on(planned, Resting.NONE).hash());
        assertThat(motion(Step.SUPERSEDE).on(planned, Resting.NONE).hash())
                .isNotEqualTo(remove.on(planned, Resting.NONE).hash());
        assertThat(rebaseline(BASELINE.plusDays(1)).on(planned, Resting.NONE).hash())
                .isNotEqualTo(rebaseline(BASELINE.plusDays(2))
                        .on(planned, Resting.NONE)
                        .hash());
        assertThat(waiveFor(TRANCHE).on(planned, Resting.NONE).hash())
                .isNotEqualTo(waiveAll().on(planned, Resting.NONE).hash());
        assertThat(remove.on(planned, Resting.NONE).text().orElseThrow()).contains("\"state\":\"PLANNED\"");
    }

    @Test
    @DisplayName("D-6: a waiver that came after the proposal is not revoked with it")
    void revokes_the_waivers_that_were_seen() {
        Motion revoke = motion(Step.REVOKE_WAIVER);
        Site seen = after(in(MilestoneState.PLANNED), confirm(FIRST, waiveFor(TRANCHE)));

        assertThat(answered(revoke, seen, seen)).isEmpty();
        assertThat(answered(revoke, seen, after(seen, confirm(FIRST, waiveFor(new UUID(0, 61))))))
                .contains(CONTENT_CHANGED);
        assertThat(answered(revoke, seen, after(seen, confirm(FIRST, waiver(TODAY.plusDays(1))))))
                .contains(CONTENT_CHANGED);
    }

    @Test
    @DisplayName("D-6: a verification that came after the proposal is not revoked with it")
    void revokes_the_verification_that_was_seen() {
        Motion revoke = motion(Step.REVOKE_VERIFICATION);
        Site seen = in(MilestoneState.ACHIEVED);
        Site revoked = after(seen, confirm(FIRST, revoke));

        assertThat(answered(revoke, seen, seen)).isEmpty();
        assertThat(answered(revoke, seen, anew(revoked, TODAY, "cd", VERA))).contains(CONTENT_CHANGED);
        assertThat(answered(revoke, seen, anew(revoked, TODAY.minusDays(1), "ab", VERA)))
                .contains(CONTENT_CHANGED);
        assertThat(answered(revoke, seen, anew(revoked, TODAY, "ab", VIC))).contains(CONTENT_CHANGED);
    }

    /** The first milestone, reached on a day as the site says anew, shown by a file and verified for today. */
    private static Site anew(Site rejected, LocalDate claimed, String file, Actor verifier) {
        var piece = new Evidence(new UUID(0, 70), EvidenceKind.PHOTO, file.repeat(32), 1_234, "image/jpeg");
        return after(
                rejected,
                claim(FIRST, claimed, SAM),
                new SubmitEvidence(FIRST, List.of(piece), Optional.empty(), SUE, OptionalLong.empty()),
                verify(FIRST, TODAY, verifier));
    }

    /** Why a motion is not approved that was seen about one site and is now about another. */
    private static Optional<Refusal> answered(Motion motion, Site seen, Site now) {
        Decision<Proposal> decision = proposed(now.propose(propose(motion, MAYA), NOW))
                .approve(BEN, motion.on(the(seen, FIRST), seen.restingOn(FIRST)).hash(), OptionalLong.empty(), NOW);
        return decision instanceof Decision.Refused<Proposal>(Refusal refusal, var _)
                ? Optional.of(refusal)
                : Optional.empty();
    }

    @Test
    @DisplayName("D-36: a new baseline keeps the original, and never clears a breach against it")
    void keeps_the_original_baseline() {
        Site late = after(in(MilestoneState.PLANNED), reschedule(FIRST, BASELINE.plusYears(1), SAM));

        BaselineApproved approved =
                (BaselineApproved) events(late.decide(confirm(FIRST, rebaseline(BASELINE.plusYears(1))), NOW))
                        .getFirst();

        assertThat(approved.previous()).isEqualTo(BASELINE);
        assertThat(approved.lateness().slip()).isEqualTo(new Slip(0, 0));
        assertThat(approved.lateness().breach()).isEqualTo(Band.CRITICAL);
        Milestone rebaselined = the(after(late, confirm(FIRST, rebaseline(BASELINE.plusYears(1)))), FIRST);
        assertThat(rebaselined.baseline())
                .isEqualTo(new Baseline(Sites.PROJECT_START, BASELINE, BASELINE.plusYears(1)));
        assertThat(rebaselined.isSlipped()).isFalse();
        assertThat(refusal(late, confirm(FIRST, rebaseline(BASELINE)))).isEqualTo(BASELINE_UNCHANGED);
    }

    @Test
    void revokes_a_verification_whether_its_quorum_was_reached_or_not() {
        for (MilestoneState state : List.of(MilestoneState.VERIFIED, MilestoneState.ACHIEVED)) {
            Site verified = in(state);
            Motion revoke = motion(Step.REVOKE_VERIFICATION);

            VerificationRevoked revoked = (VerificationRevoked)
                    events(verified.decide(confirm(FIRST, revoke), NOW)).getFirst();

            assertThat(revoked.before()).isEqualTo(state);
            Milestone after = the(after(verified, confirm(FIRST, revoke)), FIRST);
            assertThat(after.isVerified()).isFalse();
            assertThat(after.achievedDate()).isEmpty();
            assertThat(after.standing().reason()).contains("the photo shows another hall");
        }
    }

    @Test
    @DisplayName("tells which tranches wait for what is verified, and which rest on what is not any more")
    void tells_of_the_tranches_that_rest_on_it() {
        UUID released = new UUID(0, 63);
        Tranche[] all = {
            tranche(TRANCHE, TrancheState.OPEN),
            tranche(new UUID(0, 62), TrancheState.DRAFT),
            tranche(released, TrancheState.RELEASED)
        };
        Site claimed = resting(in(MilestoneState.EVIDENCE_SUBMITTED), all);
        Site achieved = resting(in(MilestoneState.ACHIEVED), all);

        assertThat(events(claimed.decide(Sites.verify(FIRST, VERA), NOW)))
                .filteredOn(MilestoneEvent.Achieved.class::isInstance)
                .singleElement()
                .extracting(event -> ((MilestoneEvent.Achieved) event).tranches())
                .isEqualTo(List.of(TRANCHE));
        assertThat(((VerificationRevoked) events(achieved.decide(confirm(FIRST, motion(Step.REVOKE_VERIFICATION)), NOW))
                                .getFirst())
                        .tranches())
                .containsExactly(TRANCHE, released);
    }

    @Test
    void waives_for_today_at_least() {
        Site planned = in(MilestoneState.PLANNED);
        Motion until = waiver(TODAY);

        assertThat(refusal(planned, confirm(FIRST, waiver(TODAY.minusDays(1))))).isEqualTo(WAIVER_EXPIRED);
        Waived waived =
                (Waived) events(planned.decide(confirm(FIRST, until), NOW)).getFirst();
        assertThat(waived.waiver()).isEqualTo(Waiver.ofTranches(List.of(TRANCHE), TODAY));
        assertThat(waived.proposedBy()).isEqualTo(MAYA.asMaker());
    }

    @Test
    void is_superseded_by_another_milestone_of_its_programme_that_is_in_the_plan() {
        Neighbour gone = new Neighbour(PROGRAMME, Sites.NEXT_DOOR, Optional.empty(), List.of());
        Neighbour stranger = new Neighbour(new ProgrammeId(id(7)), Sites.NEXT_DOOR, Optional.of(TODAY), List.of());
        Site site = withNeighbour(
                withNeighbour(
                        withNeighbour(in(MilestoneState.PLANNED), Sites.milestone(4), gone),
                        Sites.milestone(5),
                        stranger),
                Sites.milestone(6),
                nextDoor(TODAY));

        assertThat(refusal(site, confirm(FIRST, supersede(FIRST)))).isEqualTo(UNKNOWN_REFERENCE);
        assertThat(refusal(site, confirm(FIRST, supersede(THIRD)))).isEqualTo(UNKNOWN_REFERENCE);
        assertThat(refusal(site, confirm(FIRST, supersede(Sites.milestone(4))))).isEqualTo(UNKNOWN_REFERENCE);
        assertThat(refusal(site, confirm(FIRST, supersede(Sites.milestone(5))))).isEqualTo(UNKNOWN_REFERENCE);
        assertThat(the(after(site, confirm(FIRST, supersede(Sites.milestone(6)))), FIRST)
                        .standing()
                        .supersededBy())
                .contains(Sites.milestone(6));
    }

    @Test
    @DisplayName("§2.5, R11: is waived for tranches that rest on it, that the caller sees and that are not released")
    void is_waived_for_tranches_that_wait_for_it() {
        UUID drafted = new UUID(0, 62);
        UUID released = new UUID(0, 63);
        UUID unknown = new UUID(0, 64);
        Site site = resting(
                in(MilestoneState.PLANNED),
                tranche(TRANCHE, TrancheState.OPEN),
                tranche(drafted, TrancheState.DRAFT),
                tranche(released, TrancheState.RELEASED));
        Actor ofTheProject = new Actor(
                id(150),
                id(150),
                new Access(List.of(new Grant(Role.FUND_MANAGER, the(site, FIRST).scope()))));

        assertThat(both(site, waiveFor(released))).isEqualTo(TRANCHE_RELEASED);
        assertThat(both(site, waiveFor(unknown, released))).isEqualTo(TRANCHE_RELEASED);
        assertThat(unknown(site.propose(propose(waiveFor(unknown, TRANCHE, unknown), MAYA), NOW)))
                .isEqualTo(List.of("trancheIds/0", "trancheIds/2"));
        assertThat(unknown(site.propose(propose(waiveFor(TRANCHE, released), ofTheProject), NOW)))
                .isEqualTo(List.of("trancheIds/0", "trancheIds/1"));
        assertThat(events(site.decide(confirm(FIRST, waiveFor(drafted, TRANCHE)), NOW)))
                .hasSize(1);
        Actor approverOfTheProject = new Actor(
                id(151),
                id(151),
                new Access(List.of(new Grant(Role.APPROVER, the(site, FIRST).scope()))));
        assertThat(events(site.decide(
                        new MilestoneCommand.Confirm(FIRST, waiveFor(TRANCHE), MAYA.asMaker(), approverOfTheProject),
                        NOW)))
                .as("what was named by who sees the fund is confirmed by whoever may")
                .hasSize(1);
        assertThat(waiveFor(TRANCHE)
                        .on(the(site, FIRST), site.restingOn(FIRST))
                        .text()
                        .orElseThrow())
                .contains("\"tranches\":[{\"name\":\"Shell 60\",\"trancheId\":\"" + TRANCHE + "\"}]");
    }

    private static Object unknown(Decision<Proposal> decision) {
        Decision.Refused<Proposal> refused = (Decision.Refused<Proposal>) decision;
        assertThat(refused.refusal()).isEqualTo(UNKNOWN_REFERENCE);
        return refused.facts().getOrDefault("fields", List.of());
    }

    @Test
    @DisplayName("§2.5: a waiver is not revoked once a tranche of its scope is released")
    void keeps_a_waiver_by_which_something_is_released() {
        UUID other = new UUID(0, 61);
        Motion revoke = motion(Step.REVOKE_WAIVER);
        Site forOne = after(in(MilestoneState.PLANNED), confirm(FIRST, waiveFor(TRANCHE)));
        Site forAll = after(in(MilestoneState.PLANNED), confirm(FIRST, waiveAll()));
        Tranche waiting = tranche(TRANCHE, TrancheState.OPEN);
        Tranche released = tranche(TRANCHE, TrancheState.RELEASED);
        Tranche otherReleased = tranche(other, TrancheState.RELEASED);

        assertThat(both(resting(forOne, released), revoke)).isEqualTo(WAIVER_USED);
        assertThat(both(resting(forAll, waiting, otherReleased), revoke)).isEqualTo(WAIVER_USED);
        assertThat(events(resting(forOne, waiting, otherReleased).decide(confirm(FIRST, revoke), NOW)))
                .hasSize(1);
        assertThat(events(resting(forAll, waiting).decide(confirm(FIRST, revoke), NOW)))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"REMOVE", "SUPERSEDE"})
    @DisplayName(
            "§2.5, D-6: what leaves the plan names the tranches that wait for it, to the second person and to others")
    void names_what_gets_other_conditions(Step step) {
        UUID other = new UUID(0, 61);
        Site seen = resting(
                in(MilestoneState.PLANNED),
                tranche(TRANCHE, TrancheState.OPEN),
                tranche(new UUID(0, 62), TrancheState.DRAFT),
                tranche(new UUID(0, 63), TrancheState.RELEASED));
        Site more = resting(seen, tranche(TRANCHE, TrancheState.OPEN), tranche(other, TrancheState.OPEN));

        MilestoneEvent gone =
                events(more.decide(confirm(FIRST, motion(step)), NOW)).getFirst();

        assertThat(
                        gone instanceof MilestoneEvent.Removed removed
                                ? removed.tranches()
                                : ((MilestoneEvent.Superseded) gone).tranches())
                .containsExactly(TRANCHE, other);
        assertThat(motion(step)
                        .on(the(seen, FIRST), seen.restingOn(FIRST))
                        .text()
                        .orElseThrow())
                .contains("\"tranches\":[{\"name\":\"Shell 60\",\"trancheId\":\"" + TRANCHE + "\"}]");
        assertThat(answered(motion(step), seen, seen)).isEmpty();
        assertThat(answered(motion(step), seen, more)).contains(CONTENT_CHANGED);
    }

    @Test
    void tells_the_first_refusal_that_holds_to_both() {
        Site planned = in(MilestoneState.PLANNED);
        Optional<LocalDate> tomorrow = Optional.of(TODAY.plusDays(1));
        Optional<LocalDate> yesterday = Optional.of(TODAY.minusDays(1));
        Motion wrong = new Motion.Rebaseline(BASELINE, " ", tomorrow);
        Motion nothingToRevoke = new Motion.RevokeVerification(" ", tomorrow);

        assertThat(refusal(planned.propose(new Propose(THIRD, wrong, PROPOSAL, MAYA, OptionalLong.of(9)), NOW)))
                .isEqualTo(NOT_FOUND);
        assertThat(refusal(planned.propose(new Propose(FIRST, wrong, PROPOSAL, BEN, OptionalLong.of(9)), NOW)))
                .isEqualTo(FORBIDDEN);
        assertThat(refusal(
                        planned.propose(new Propose(FIRST, nothingToRevoke, PROPOSAL, MAYA, OptionalLong.of(9)), NOW)))
                .isEqualTo(VERSION_CONFLICT);
        assertThat(both(planned, nothingToRevoke)).isEqualTo(INVALID_STATE);
        assertThat(both(planned, new Motion.Rebaseline(BASELINE, " ", yesterday)))
                .isEqualTo(EFFECTIVE_DATE_BEFORE_LAST);
        assertThat(both(planned, wrong)).isEqualTo(EFFECTIVE_DATE_AHEAD);
        assertThat(both(planned, new Motion.Rebaseline(BASELINE, " ", Optional.empty())))
                .isEqualTo(BASELINE_UNCHANGED);
        assertThat(both(planned, new Motion.Supersede(THIRD, " ", Optional.empty())))
                .isEqualTo(UNKNOWN_REFERENCE);
        assertThat(both(planned, new Motion.Waive(Waiver.ofAll(TODAY.minusDays(1)), " ", Optional.empty())))
                .isEqualTo(REASON_MISSING);
    }

    /** What the one who proposes is told, which is what the one who confirms is told. */
    private static Object both(Site site, Motion motion) {
        Object first = refusal(site.propose(propose(motion, MAYA), NOW));
        assertThat(refusal(site, confirm(FIRST, motion))).isEqualTo(first);
        return first;
    }

    private static Motion supersede(MilestoneId by) {
        return new Motion.Supersede(by, "split in two", Optional.empty());
    }

    private static Motion waiver(LocalDate expires) {
        return new Motion.Waive(Waiver.ofTranches(List.of(TRANCHE), expires), "not needed", Optional.empty());
    }

    private static Propose propose(Motion motion, Actor by) {
        return new Propose(FIRST, motion, PROPOSAL, by, OptionalLong.empty());
    }

    private static Proposal proposed(Decision<Proposal> decision) {
        return ((Decision.Accepted<Proposal>) decision).events().getFirst();
    }
}
