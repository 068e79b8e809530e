package tranche.milestones.milestone.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.milestones.milestone.domain.MilestoneState.ACHIEVED;
import static tranche.milestones.milestone.domain.MilestoneState.CLAIMED;
import static tranche.milestones.milestone.domain.MilestoneState.EVIDENCE_SUBMITTED;
import static tranche.milestones.milestone.domain.MilestoneState.IN_PROGRESS;
import static tranche.milestones.milestone.domain.MilestoneState.PLANNED;
import static tranche.milestones.milestone.domain.MilestoneState.REJECTED;
import static tranche.milestones.milestone.domain.MilestoneState.REMOVED;
import static tranche.milestones.milestone.domain.MilestoneState.SUPERSEDED;
import static tranche.milestones.milestone.domain.MilestoneState.VERIFIED;
import static tranche.milestones.milestone.domain.MilestoneState.WAIVED;
import static tranche.milestones.milestone.domain.Sites.FIRST;
import static tranche.milestones.milestone.domain.Sites.NOW;
import static tranche.milestones.milestone.domain.Sites.after;
import static tranche.milestones.milestone.domain.Sites.command;
import static tranche.milestones.milestone.domain.Sites.confirm;
import static tranche.milestones.milestone.domain.Sites.facts;
import static tranche.milestones.milestone.domain.Sites.id;
import static tranche.milestones.milestone.domain.Sites.in;
import static tranche.milestones.milestone.domain.Sites.motion;
import static tranche.milestones.milestone.domain.Sites.refusal;
import static tranche.milestones.milestone.domain.Sites.the;
import static tranche.milestones.milestone.domain.Sites.waiveFor;
import static tranche.milestones.milestone.domain.Step.CHANGE_PLAN;
import static tranche.milestones.milestone.domain.Step.CLAIM;
import static tranche.milestones.milestone.domain.Step.REBASELINE;
import static tranche.milestones.milestone.domain.Step.REJECT;
import static tranche.milestones.milestone.domain.Step.REMOVE;
import static tranche.milestones.milestone.domain.Step.RESCHEDULE;
import static tranche.milestones.milestone.domain.Step.REVOKE_VERIFICATION;
import static tranche.milestones.milestone.domain.Step.REVOKE_WAIVER;
import static tranche.milestones.milestone.domain.Step.START;
import static tranche.milestones.milestone.domain.Step.SUBMIT_EVIDENCE;
import static tranche.milestones.milestone.domain.Step.SUPERSEDE;
import static tranche.milestones.milestone.domain.Step.VERIFY;
import static tranche.milestones.milestone.domain.Step.WAIVE;
import static tranche.milestones.milestone.domain.Step.WITHDRAW_CLAIM;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of domain §2.5, cell by cell. */
@DisplayName("§2.5: a milestone")
class MilestoneStatesTest {

    /** The state after each step that a state admits; what is not there is refused. */
    private static Map<Step, MilestoneState> moves(MilestoneState from) {
        return new EnumMap<>(
                switch (from) {
                    case PLANNED -> with(open(PLANNED), START, IN_PROGRESS, CLAIM, CLAIMED);
                    case IN_PROGRESS, REJECTED -> with(open(from), CLAIM, CLAIMED);
                    case CLAIMED -> claimed(CLAIMED);
                    case EVIDENCE_SUBMITTED -> with(claimed(EVIDENCE_SUBMITTED), VERIFY, ACHIEVED);
                    case VERIFIED -> with(planned(VERIFIED), VERIFY, ACHIEVED, REVOKE_VERIFICATION, REJECTED);
                    case ACHIEVED -> Map.of(REVOKE_VERIFICATION, REJECTED);
                    case WAIVED -> with(open(WAIVED), CLAIM, CLAIMED, REVOKE_WAIVER, PLANNED);
                    case REMOVED, SUPERSEDED -> new EnumMap<Step, MilestoneState>(Step.class);
                });
    }

    private static Map<Step, MilestoneState> planned(MilestoneState same) {
        return Map.of(CHANGE_PLAN, same, RESCHEDULE, same, REBASELINE, same);
    }

    private static Map<Step, MilestoneState> open(MilestoneState same) {
        return with(with(planned(same), WAIVE, WAIVED, REMOVE, REMOVED), SUPERSEDE, SUPERSEDED);
    }

    private static Map<Step, MilestoneState> claimed(MilestoneState same) {
        return with(
                with(open(same), SUBMIT_EVIDENCE, EVIDENCE_SUBMITTED, REJECT, REJECTED), WITHDRAW_CLAIM, IN_PROGRESS);
    }

    private static Map<Step, MilestoneState> with(Map<Step, MilestoneState> moves, Object... more) {
        Map<Step, MilestoneState> all = new EnumMap<>(moves);
        for (int i = 0; i < more.length; i += 2) {
            all.put((Step) more[i], (MilestoneState) more[i + 1]);
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource(MilestoneState.class)
    void moves_by_the_steps_that_its_state_admits(MilestoneState state) {
        moves(state).forEach((step, to) -> {
            Site moved = after(in(state), command(step, FIRST));

            assertThat(the(moved, FIRST).state()).as(step.command()).isEqualTo(to);
        });
    }

    @ParameterizedTest
    @EnumSource(MilestoneState.class)
    void refuses_every_other_step_and_names_those_it_admits(MilestoneState state) {
        Site site = in(state);
        Map<Step, MilestoneState> moves = moves(state);
        Arrays.stream(Step.values()).filter(step -> !moves.containsKey(step)).forEach(step -> {
            var decision = site.decide(command(step, FIRST), NOW);

            assertThat(refusal(decision)).as(step.command()).isEqualTo(MilestoneRefusal.INVALID_STATE);
            assertThat(facts(decision))
                    .containsEntry("state", state.name())
                    .containsEntry(
                            "allowed",
                            moves.keySet().stream().map(Step::command).toList());
        });
    }

    @Test
    void that_is_waived_for_some_tranches_keeps_its_state_and_can_have_that_revoked() {
        Site waived = after(in(IN_PROGRESS), confirm(FIRST, waiveFor(id(7))));

        assertThat(the(waived, FIRST).state()).isEqualTo(IN_PROGRESS);
        assertThat(the(waived, FIRST).allowed()).contains(REVOKE_WAIVER);
        Milestone revoked = the(after(waived, confirm(FIRST, motion(REVOKE_WAIVER))), FIRST);
        assertThat(revoked.state()).isEqualTo(IN_PROGRESS);
        assertThat(revoked.standing().waivers()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PLANNED", "IN_PROGRESS", "CLAIMED", "EVIDENCE_SUBMITTED", "REJECTED"})
    void that_is_waived_for_all_is_what_it_was_once_that_is_revoked(MilestoneState state) {
        Site before = in(state);

        Milestone back = the(
                after(
                        before,
                        command(WAIVE, FIRST),
                        confirm(FIRST, waiveFor(id(7))),
                        command(WAIVE, FIRST),
                        command(REVOKE_WAIVER, FIRST)),
                FIRST);

        assertThat(back.standing()).isEqualTo(the(before, FIRST).standing());
    }

    @Test
    void that_is_waived_is_not_verified_and_can_still_be_claimed_and_verified() {
        Site waived = in(WAIVED);
        assertThat(the(waived, FIRST).isVerified()).isFalse();

        Site verified = after(waived, command(CLAIM, FIRST), command(SUBMIT_EVIDENCE, FIRST), command(VERIFY, FIRST));

        assertThat(the(verified, FIRST).isVerified()).isTrue();
        assertThat(the(verified, FIRST).standing().waivers()).hasSize(1);
    }

    @Test
    void that_has_slipped_says_so_beside_its_state() {
        Site late = after(in(IN_PROGRESS), command(RESCHEDULE, FIRST));

        assertThat(the(late, FIRST).isSlipped()).isTrue();
        assertThat(the(late, FIRST).state()).isEqualTo(IN_PROGRESS);
        assertThat(the(after(late, command(CLAIM, FIRST)), FIRST).state()).isEqualTo(CLAIMED);
    }

    @Test
    void that_is_superseded_says_by_what() {
        assertThat(the(in(SUPERSEDED), FIRST).standing().supersededBy()).isEqualTo(Optional.of(Sites.SECOND));
    }
}
