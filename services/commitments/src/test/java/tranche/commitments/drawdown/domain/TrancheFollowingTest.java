package tranche.commitments.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.domain.Slices.ANA;
import static tranche.commitments.drawdown.domain.Slices.BEN;
import static tranche.commitments.drawdown.domain.Slices.FIRST;
import static tranche.commitments.drawdown.domain.Slices.NOW;
import static tranche.commitments.drawdown.domain.Slices.OPEN;
import static tranche.commitments.drawdown.domain.Slices.POWER;
import static tranche.commitments.drawdown.domain.Slices.SHELL;
import static tranche.commitments.drawdown.domain.Slices.TODAY;
import static tranche.commitments.drawdown.domain.Slices.VERA;
import static tranche.commitments.drawdown.domain.Slices.aFund;
import static tranche.commitments.drawdown.domain.Slices.achieved;
import static tranche.commitments.drawdown.domain.Slices.after;
import static tranche.commitments.drawdown.domain.Slices.amend;
import static tranche.commitments.drawdown.domain.Slices.applied;
import static tranche.commitments.drawdown.domain.Slices.cancel;
import static tranche.commitments.drawdown.domain.Slices.confirm;
import static tranche.commitments.drawdown.domain.Slices.draft;
import static tranche.commitments.drawdown.domain.Slices.events;
import static tranche.commitments.drawdown.domain.Slices.id;
import static tranche.commitments.drawdown.domain.Slices.reconsider;
import static tranche.commitments.drawdown.domain.Slices.refusal;
import static tranche.commitments.drawdown.domain.Slices.the;
import static tranche.commitments.drawdown.domain.Slices.told;
import static tranche.commitments.drawdown.domain.Slices.verified;
import static tranche.commitments.drawdown.domain.Slices.waitingFor;
import static tranche.commitments.drawdown.domain.Slices.waived;
import static tranche.commitments.drawdown.domain.TrancheRefusal.NOT_FOUND;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.drawdown.domain.Condition.AnyOf;
import tranche.commitments.drawdown.domain.Condition.DateReached;
import tranche.commitments.drawdown.domain.Condition.MilestoneVerified;
import tranche.commitments.drawdown.domain.Condition.Single;
import tranche.commitments.drawdown.domain.TrancheCommand.Follow;
import tranche.commitments.drawdown.domain.TrancheEvent.Amended;
import tranche.commitments.drawdown.domain.TrancheEvent.CallDrafted;
import tranche.commitments.drawdown.domain.TrancheEvent.ConditionsMet;
import tranche.commitments.milestone.domain.MilestoneId;

/** Domain §2.5: what becomes of the conditions of a tranche when a milestone leaves the plan. */
class TrancheFollowingTest {

    private static final MilestoneId ROOF = new MilestoneId(id(14));
    private static final DateReached LATER = new DateReached(TODAY.plusDays(90));

    private static Follow removed(MilestoneId gone) {
        return new Follow(FIRST, gone, Optional.empty(), "It is not built.", ANA.account(), BEN);
    }

    private static Follow superseded(MilestoneId gone, MilestoneId by) {
        return new Follow(FIRST, gone, Optional.of(by), "Split in two.", ANA.account(), BEN);
    }

    private static List<Condition> left(Tranches tranches, Follow follow) {
        return the(after(tranches, follow), FIRST).conditions().conditions();
    }

    private static Single single(MilestoneId milestone) {
        return new MilestoneVerified(milestone);
    }

    @Test
    void loses_the_condition_by_a_version_of_its_own_in_both_persons_names() {
        Tranches locked = waitingFor(verified(SHELL), verified(POWER));

        assertThat(events(locked.decide(removed(SHELL), OPEN, NOW)))
                .containsExactly(new Amended(
                        FIRST,
                        new ConditionVersion(2, List.of(verified(POWER)), TODAY),
                        Optional.empty(),
                        "It is not built.",
                        ANA.account(),
                        TODAY));
    }

    @Test
    void has_the_successor_in_its_place() {
        Tranches locked = waitingFor(verified(SHELL), LATER);

        assertThat(left(locked, superseded(SHELL, ROOF))).containsExactly(verified(ROOF), LATER);
    }

    @Test
    @DisplayName(
            "§2.5: where nothing would be left it keeps what it has and waits: no money moves because something was taken")
    void keeps_its_last_condition() {
        Tranches alone = waitingFor(verified(SHELL));
        Tranches inAGroup = waitingFor(new AnyOf(1, List.of(single(SHELL))));

        for (Tranches locked : List.of(alone, inAGroup)) {
            assertThat(events(locked.decide(removed(SHELL), OPEN, NOW))).isEmpty();
            assertThat(events(locked.decide(reconsider(FIRST), OPEN, NOW))).isEmpty();
            assertThat(events(locked.decide(confirm(FIRST, amend(LATER)), OPEN, NOW)))
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("D-41: of a group as many are required as before, at most what is left, and nothing is required twice")
    void asks_no_more_of_a_group_than_is_left() {
        Single shell = single(SHELL);
        Single power = single(POWER);

        assertThat(left(waitingFor(new AnyOf(1, List.of(shell, power, LATER))), removed(SHELL)))
                .containsExactly(new AnyOf(1, List.of(power, LATER)));
        assertThat(left(waitingFor(new AnyOf(2, List.of(shell, power))), removed(SHELL)))
                .containsExactly(new AnyOf(1, List.of(power)));
        assertThat(left(waitingFor(new AnyOf(1, List.of(shell)), LATER), removed(SHELL)))
                .containsExactly(LATER);
        assertThat(left(waitingFor(new AnyOf(2, List.of(shell, power, LATER))), superseded(SHELL, POWER)))
                .containsExactly(new AnyOf(2, List.of(power, LATER)));
        assertThat(left(waitingFor(shell, power), superseded(SHELL, POWER))).containsExactly(power);
    }

    @Test
    @DisplayName(
            "D-5, D-40: what is left and met drafts the call of the new version, and the one of the old is cancelled")
    void is_looked_at_at_once_and_cancels_what_was_drafted() {
        Tranches met = told(waitingFor(verified(SHELL), verified(POWER)), achieved(POWER, VERA));
        Tranches drafted = after(told(met, waived(SHELL, TODAY.plusDays(9))), reconsider(FIRST));

        List<TrancheEvent> first = events(met.decide(removed(SHELL), OPEN, NOW));
        List<TrancheEvent> second = events(drafted.decide(removed(SHELL), OPEN, NOW));

        assertThat(first)
                .extracting(TrancheEvent::getClass)
                .containsExactly(Amended.class, ConditionsMet.class, CallDrafted.class);
        assertThat(second)
                .extracting(TrancheEvent::getClass)
                .containsExactly(Amended.class, ConditionsMet.class, CallDrafted.class);
        assertThat(second.getFirst().cancelledCall()).contains(CallDraft.idOf(FIRST, 1));
        assertThat(((CallDrafted) second.getLast()).draft().call()).isEqualTo(CallDraft.idOf(FIRST, 2));
    }

    @Test
    @DisplayName("D-5: told twice it follows once, and what does not wait for the milestone follows nothing")
    void follows_once() {
        Tranches locked = waitingFor(verified(SHELL), verified(POWER));
        UUID call = CallDraft.idOf(FIRST, 1);
        Tranches draft = after(aFund(), draft(FIRST, verified(SHELL), verified(POWER)));
        Tranches drafted = after(told(told(locked, achieved(POWER, VERA)), waived(SHELL, TODAY)), reconsider(FIRST));
        Tranches released = applied(drafted, drafted.issued(call, NOW), NOW);
        Tranches cancelled = after(locked, confirm(FIRST, cancel()));

        for (Tranches unmoved : List.of(after(locked, removed(SHELL)), draft, released, cancelled)) {
            assertThat(events(unmoved.decide(removed(SHELL), OPEN, NOW))).isEmpty();
        }
        assertThat(refusal(aFund().decide(removed(SHELL), OPEN, NOW))).isEqualTo(NOT_FOUND);
    }
}
