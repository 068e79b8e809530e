package tranche.commitments.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.domain.Slices.ABSENT;
import static tranche.commitments.drawdown.domain.Slices.ANA;
import static tranche.commitments.drawdown.domain.Slices.ANA_AS_APPROVER;
import static tranche.commitments.drawdown.domain.Slices.BEN;
import static tranche.commitments.drawdown.domain.Slices.CARA;
import static tranche.commitments.drawdown.domain.Slices.FIRST;
import static tranche.commitments.drawdown.domain.Slices.NOW;
import static tranche.commitments.drawdown.domain.Slices.OPEN;
import static tranche.commitments.drawdown.domain.Slices.POWER;
import static tranche.commitments.drawdown.domain.Slices.PROGRAMME;
import static tranche.commitments.drawdown.domain.Slices.PROJECT;
import static tranche.commitments.drawdown.domain.Slices.SECOND;
import static tranche.commitments.drawdown.domain.Slices.SHELL;
import static tranche.commitments.drawdown.domain.Slices.STRANGER;
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
import static tranche.commitments.drawdown.domain.Slices.facts;
import static tranche.commitments.drawdown.domain.Slices.id;
import static tranche.commitments.drawdown.domain.Slices.knowing;
import static tranche.commitments.drawdown.domain.Slices.reconsider;
import static tranche.commitments.drawdown.domain.Slices.refusal;
import static tranche.commitments.drawdown.domain.Slices.the;
import static tranche.commitments.drawdown.domain.Slices.told;
import static tranche.commitments.drawdown.domain.Slices.verified;
import static tranche.commitments.drawdown.domain.Slices.waitingFor;
import static tranche.commitments.drawdown.domain.TrancheRefusal.CONDITIONS_UNCHANGED;
import static tranche.commitments.drawdown.domain.TrancheRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.commitments.drawdown.domain.TrancheRefusal.FORBIDDEN;
import static tranche.commitments.drawdown.domain.TrancheRefusal.FOUR_EYES;
import static tranche.commitments.drawdown.domain.TrancheRefusal.INVALID_STATE;
import static tranche.commitments.drawdown.domain.TrancheRefusal.MILESTONE_GONE;
import static tranche.commitments.drawdown.domain.TrancheRefusal.NOT_FOUND;
import static tranche.commitments.drawdown.domain.TrancheRefusal.REASON_MISSING;
import static tranche.commitments.drawdown.domain.TrancheRefusal.UNKNOWN_REFERENCE;
import static tranche.commitments.drawdown.domain.TrancheRefusal.VERSION_CONFLICT;
import static tranche.commitments.drawdown.domain.TrancheRefusal.WAITS_FOR_ITSELF;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.drawdown.domain.Condition.DateReached;
import tranche.commitments.drawdown.domain.Condition.TrancheReleased;
import tranche.commitments.drawdown.domain.TrancheCommand.Confirm;
import tranche.commitments.drawdown.domain.TrancheEvent.Amended;
import tranche.commitments.drawdown.domain.TrancheEvent.CallDrafted;
import tranche.commitments.drawdown.domain.TrancheEvent.Cancelled;
import tranche.commitments.drawdown.domain.TrancheEvent.ConditionsMet;
import tranche.commitments.milestone.domain.MilestoneNews;
import tranche.values.actor.Actor;
import tranche.values.decision.Decision;
import tranche.values.proposal.Proposal;

/** Domain §2.6: what two persons decide about a tranche. */
class TrancheMotionTest {

    private static final UUID CALL = CallDraft.idOf(FIRST, 1);

    private static Tranches drafted() {
        return after(told(waitingFor(verified(SHELL)), achieved(SHELL, VERA)), reconsider(FIRST));
    }

    private static Decision<Proposal> proposed(Tranches tranches, TrancheMotion motion, Actor by) {
        return tranches.propose(new ProposeTranche(FIRST, motion, id(50), by, OptionalLong.empty()), NOW);
    }

    @Test
    void is_locked_under_other_conditions_and_what_was_drafted_is_cancelled() {
        Tranches drafted = drafted();

        List<TrancheEvent> events =
                events(drafted.decide(confirm(FIRST, amend(verified(SHELL), verified(POWER))), OPEN, NOW));
        Tranches amended = applied(drafted, events, NOW);

        assertThat(events).hasSize(1);
        assertThat(events.getFirst().cancelledCall()).contains(CALL);
        assertThat(the(amended, FIRST).state()).isEqualTo(TrancheState.LOCKED);
        assertThat(the(amended, FIRST).conditions().number()).isEqualTo(2);
        assertThat(the(amended, FIRST).conditions().effectiveFrom()).isEqualTo(TODAY);
        assertThat(the(amended, FIRST).call()).isEmpty();
    }

    @Test
    @DisplayName("D-5: each version of the conditions drafts a call of its own, at once where they are met")
    void drafts_of_its_new_conditions_at_once_where_they_are_met() {
        Tranches drafted = drafted();

        List<TrancheEvent> events = events(drafted.decide(confirm(FIRST, amend(new DateReached(TODAY))), OPEN, NOW));

        assertThat(events)
                .extracting(TrancheEvent::getClass)
                .containsExactly(Amended.class, ConditionsMet.class, CallDrafted.class);
        assertThat(((CallDrafted) events.getLast()).draft().call())
                .isEqualTo(CallDraft.idOf(FIRST, 2))
                .isNotEqualTo(CALL);
    }

    @Test
    void is_cancelled_with_its_draft_and_for_good() {
        Tranches drafted = drafted();

        List<TrancheEvent> events = events(drafted.decide(confirm(FIRST, cancel()), OPEN, NOW));
        Tranches cancelled = applied(drafted, events, NOW);

        assertThat(events)
                .containsExactly(new Cancelled(
                        FIRST,
                        TrancheState.CALL_DRAFTED,
                        Optional.of(CALL),
                        "The site is given up.",
                        ANA.asMaker(),
                        TODAY));
        assertThat(the(cancelled, FIRST).reason()).contains("The site is given up.");
        assertThat(events(cancelled.decide(reconsider(FIRST), OPEN, NOW))).isEmpty();
        assertThat(refusal(cancelled.decide(confirm(FIRST, amend(verified(POWER))), OPEN, NOW)))
                .isEqualTo(INVALID_STATE);
    }

    @Test
    void is_neither_amended_nor_cancelled_once_it_is_released() {
        Tranches released = applied(drafted(), drafted().issued(CALL, NOW), NOW);

        assertThat(facts(proposed(released, cancel(), ANA)))
                .containsEntry("state", "RELEASED")
                .containsEntry("allowed", List.of());
        assertThat(refusal(proposed(released, amend(verified(POWER)), ANA))).isEqualTo(INVALID_STATE);
    }

    @Test
    void is_cancelled_as_a_draft_but_amended_only_once_it_is_approved() {
        Tranches draft = after(aFund(), draft(FIRST, verified(SHELL)));

        assertThat(proposed(draft, cancel(), ANA)).isInstanceOf(Decision.Accepted.class);
        assertThat(facts(proposed(draft, amend(verified(POWER)), ANA)))
                .containsEntry("state", "DRAFT")
                .containsEntry("allowed", List.of("approval", "cancel"));
    }

    @Test
    @DisplayName("D-1: is proposed by a manager and confirmed by an approver who is another person")
    void is_proposed_by_one_and_confirmed_by_another() {
        Tranches locked = waitingFor(verified(SHELL));

        assertThat(refusal(proposed(locked, cancel(), STRANGER))).isEqualTo(NOT_FOUND);
        assertThat(refusal(proposed(locked, cancel(), BEN))).isEqualTo(FORBIDDEN);
        assertThat(refusal(locked.propose(new ProposeTranche(FIRST, cancel(), id(50), ANA, OptionalLong.of(1)), NOW)))
                .isEqualTo(VERSION_CONFLICT);
        assertThat(refusal(locked.decide(confirmedBy(ANA_AS_APPROVER), OPEN, NOW)))
                .isEqualTo(FOUR_EYES);
        assertThat(refusal(locked.decide(confirmedBy(CARA), OPEN, NOW))).isEqualTo(FORBIDDEN);
        assertThat(refusal(locked.decide(confirmedBy(STRANGER), OPEN, NOW))).isEqualTo(NOT_FOUND);
    }

    private static Confirm confirmedBy(Actor by) {
        return new Confirm(FIRST, cancel(), ANA.asMaker(), by);
    }

    @Test
    @DisplayName("D-41: does not come to wait for a tranche that waits for it")
    void does_not_come_to_wait_for_itself() {
        Tranches locked = waitingFor(verified(SHELL));
        var second = new Facts.Awaited(PROGRAMME, Optional.empty(), Set.of(FIRST));
        Tranches known = knowing(
                locked, new Facts(locked.facts().milestones(), Map.of(SECOND, second), Map.of(), Set.of(PROJECT)));

        assertThat(refusal(proposed(known, amend(new TrancheReleased(SECOND)), ANA)))
                .isEqualTo(WAITS_FOR_ITSELF);
    }

    @Test
    void does_not_come_to_wait_for_a_milestone_that_has_left_the_plan() {
        Tranches locked = waitingFor(verified(SHELL));
        Tranches gone = told(locked, new MilestoneNews.Gone(POWER, "REMOVED"));

        assertThat(refusal(proposed(gone, amend(verified(POWER)), ANA))).isEqualTo(MILESTONE_GONE);
        assertThat(refusal(gone.decide(confirm(FIRST, amend(verified(POWER))), OPEN, NOW)))
                .isEqualTo(MILESTONE_GONE);
        assertThat(proposed(locked, amend(verified(POWER)), ANA)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void is_refused_without_a_reason_without_a_change_and_for_a_day_ahead() {
        Tranches locked = waitingFor(verified(SHELL));

        assertThat(refusal(proposed(locked, new TrancheMotion.Cancel(" ", Optional.empty()), ANA)))
                .isEqualTo(REASON_MISSING);
        assertThat(refusal(proposed(locked, amend(verified(SHELL)), ANA))).isEqualTo(CONDITIONS_UNCHANGED);
        assertThat(facts(proposed(locked, amend(verified(POWER), verified(ABSENT)), ANA)))
                .containsEntry("fields", List.of("conditions/1/milestoneId"));
        assertThat(refusal(proposed(locked, amend(verified(ABSENT)), ANA))).isEqualTo(UNKNOWN_REFERENCE);
        assertThat(refusal(proposed(locked, new TrancheMotion.Cancel("late", Optional.of(TODAY.plusDays(1))), ANA)))
                .isEqualTo(EFFECTIVE_DATE_AHEAD);
    }

    @Test
    @DisplayName("D-6: what is confirmed names the call that ends with it: one drafted later makes it another content")
    void binds_the_call_that_ends_with_it() {
        Tranches locked = waitingFor(verified(SHELL));
        Tranches drafted = after(told(locked, achieved(SHELL, VERA)), reconsider(FIRST));

        assertThat(cancel().on(the(drafted, FIRST)).hash())
                .isNotEqualTo(cancel().on(the(locked, FIRST)).hash());
        assertThat(cancel().on(the(drafted, FIRST)).text().orElseThrow()).contains(CALL.toString());
        assertThat(amend(verified(POWER)).on(the(locked, FIRST)).hash())
                .isNotEqualTo(amend(verified(SHELL)).on(the(locked, FIRST)).hash());
    }
}
