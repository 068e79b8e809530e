package tranche.commitments.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.domain.Slices.ANA;
import static tranche.commitments.drawdown.domain.Slices.ANA_AS_APPROVER;
import static tranche.commitments.drawdown.domain.Slices.AUDITOR;
import static tranche.commitments.drawdown.domain.Slices.BEN;
import static tranche.commitments.drawdown.domain.Slices.CARA;
import static tranche.commitments.drawdown.domain.Slices.FIRST;
import static tranche.commitments.drawdown.domain.Slices.NOW;
import static tranche.commitments.drawdown.domain.Slices.OPEN;
import static tranche.commitments.drawdown.domain.Slices.POWER;
import static tranche.commitments.drawdown.domain.Slices.SECOND;
import static tranche.commitments.drawdown.domain.Slices.SHELL;
import static tranche.commitments.drawdown.domain.Slices.SHUT;
import static tranche.commitments.drawdown.domain.Slices.STRANGER;
import static tranche.commitments.drawdown.domain.Slices.TODAY;
import static tranche.commitments.drawdown.domain.Slices.VERA;
import static tranche.commitments.drawdown.domain.Slices.VIC;
import static tranche.commitments.drawdown.domain.Slices.aFund;
import static tranche.commitments.drawdown.domain.Slices.achieved;
import static tranche.commitments.drawdown.domain.Slices.after;
import static tranche.commitments.drawdown.domain.Slices.applied;
import static tranche.commitments.drawdown.domain.Slices.approve;
import static tranche.commitments.drawdown.domain.Slices.daysLater;
import static tranche.commitments.drawdown.domain.Slices.draft;
import static tranche.commitments.drawdown.domain.Slices.eventOf;
import static tranche.commitments.drawdown.domain.Slices.events;
import static tranche.commitments.drawdown.domain.Slices.facts;
import static tranche.commitments.drawdown.domain.Slices.id;
import static tranche.commitments.drawdown.domain.Slices.reconsider;
import static tranche.commitments.drawdown.domain.Slices.redraft;
import static tranche.commitments.drawdown.domain.Slices.refusal;
import static tranche.commitments.drawdown.domain.Slices.revoked;
import static tranche.commitments.drawdown.domain.Slices.the;
import static tranche.commitments.drawdown.domain.Slices.told;
import static tranche.commitments.drawdown.domain.Slices.usd;
import static tranche.commitments.drawdown.domain.Slices.verified;
import static tranche.commitments.drawdown.domain.Slices.waitingFor;
import static tranche.commitments.drawdown.domain.Slices.waived;
import static tranche.commitments.drawdown.domain.TrancheRefusal.CONDITIONS_NOT_MET;
import static tranche.commitments.drawdown.domain.TrancheRefusal.CONTENT_CHANGED;
import static tranche.commitments.drawdown.domain.TrancheRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.commitments.drawdown.domain.TrancheRefusal.EFFECTIVE_DATE_BEFORE_LAST;
import static tranche.commitments.drawdown.domain.TrancheRefusal.FORBIDDEN;
import static tranche.commitments.drawdown.domain.TrancheRefusal.FOUR_EYES;
import static tranche.commitments.drawdown.domain.TrancheRefusal.INVALID_STATE;
import static tranche.commitments.drawdown.domain.TrancheRefusal.MILESTONE_GONE;
import static tranche.commitments.drawdown.domain.TrancheRefusal.NOT_FOUND;
import static tranche.commitments.drawdown.domain.TrancheRefusal.VERSION_CONFLICT;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.drawdown.domain.TrancheCommand.Approve;
import tranche.commitments.drawdown.domain.TrancheCommand.Reconsider;
import tranche.commitments.drawdown.domain.TrancheEvent.CallDrafted;
import tranche.commitments.drawdown.domain.TrancheEvent.ConditionsMet;
import tranche.commitments.drawdown.domain.TrancheEvent.Held;
import tranche.commitments.drawdown.domain.TrancheEvent.Released;
import tranche.commitments.drawdown.domain.TrancheEvent.Relocked;
import tranche.commitments.milestone.domain.MilestoneNews;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;

/** Domain §2.6: a tranche from its draft to its release, and back where its conditions fall back. */
class TrancheStatesTest {

    private static final UUID CALL = CallDraft.idOf(FIRST, 1);
    private static final UUID FRESH = id(77);

    private static final ContentHash ANOTHER = ContentHash.of("another");

    private static TrancheState state(Tranches tranches) {
        return the(tranches, FIRST).state();
    }

    @Test
    void is_locked_when_another_person_has_approved_it() {
        Tranches drafted = after(aFund(), draft(FIRST, verified(SHELL)));
        Tranches locked = after(drafted, approve(drafted, FIRST, BEN));

        assertThat(state(drafted)).isEqualTo(TrancheState.DRAFT);
        assertThat(state(locked)).isEqualTo(TrancheState.LOCKED);
        assertThat(the(locked, FIRST).version().number()).isEqualTo(2);
    }

    @Test
    @DisplayName("D-1, D-6: is approved by another person than its maker, and as it was seen")
    void is_approved_by_another_person_than_its_maker_and_as_it_was_seen() {
        Tranches drafted = after(aFund(), draft(FIRST, verified(SHELL)));

        assertThat(refusal(drafted.decide(approve(drafted, FIRST, STRANGER), OPEN, NOW)))
                .isEqualTo(NOT_FOUND);
        assertThat(refusal(drafted.decide(approve(drafted, FIRST, ANA_AS_APPROVER), OPEN, NOW)))
                .isEqualTo(FOUR_EYES);
        assertThat(refusal(drafted.decide(approve(drafted, FIRST, CARA), OPEN, NOW)))
                .isEqualTo(FORBIDDEN);
        assertThat(refusal(drafted.decide(approved(ANOTHER, Optional.empty(), OptionalLong.of(7)), OPEN, NOW)))
                .isEqualTo(VERSION_CONFLICT);
        assertThat(facts(drafted.decide(approved(ANOTHER, Optional.empty(), OptionalLong.of(1)), OPEN, NOW)))
                .containsEntry("contentHash", the(drafted, FIRST).contentHash().hex());
        assertThat(refusal(drafted.decide(approved(ANOTHER, Optional.empty(), OptionalLong.of(1)), OPEN, NOW)))
                .isEqualTo(CONTENT_CHANGED);
    }

    @Test
    void is_not_approved_once_a_milestone_that_it_names_has_left_the_plan() {
        Tranches drafted = after(
                aFund(),
                draft(
                        FIRST,
                        new Condition.AnyOf(
                                1,
                                List.of(
                                        new Condition.MilestoneVerified(SHELL),
                                        new Condition.MilestoneVerified(POWER)))));
        Tranches gone = told(drafted, new MilestoneNews.Gone(POWER, "SUPERSEDED"));

        assertThat(refusal(gone.decide(approve(gone, FIRST, BEN), OPEN, NOW))).isEqualTo(MILESTONE_GONE);
        assertThat(facts(gone.decide(approve(gone, FIRST, BEN), OPEN, NOW)))
                .containsEntry("milestoneIds", List.of(POWER.toString()));
        assertThat(state(after(drafted, approve(drafted, FIRST, BEN)))).isEqualTo(TrancheState.LOCKED);
    }

    @Test
    void is_approved_for_a_day_from_its_draft_to_today() {
        Tranches drafted = after(aFund(), draft(FIRST, verified(SHELL)));
        ContentHash seen = the(drafted, FIRST).contentHash();

        assertThat(refusal(drafted.decide(on(seen, TODAY.plusDays(1)), OPEN, NOW)))
                .isEqualTo(EFFECTIVE_DATE_AHEAD);
        assertThat(refusal(drafted.decide(on(seen, TODAY.minusDays(1)), OPEN, NOW)))
                .isEqualTo(EFFECTIVE_DATE_BEFORE_LAST);
        assertThat(events(drafted.decide(on(seen, TODAY), OPEN, NOW))).hasSize(1);
    }

    private static Approve on(ContentHash seen, LocalDate day) {
        return approved(seen, Optional.of(day), OptionalLong.empty());
    }

    private static Approve approved(ContentHash seen, Optional<LocalDate> day, OptionalLong ifMatch) {
        return new Approve(FIRST, seen, day, BEN, ifMatch);
    }

    @Test
    void looks_at_its_conditions_as_soon_as_it_is_approved() {
        Tranches drafted = told(after(aFund(), draft(FIRST, verified(SHELL))), achieved(SHELL, VERA));

        Tranches after = after(drafted, approve(drafted, FIRST, BEN));

        assertThat(state(after)).isEqualTo(TrancheState.CALL_DRAFTED);
    }

    @Test
    @DisplayName("D-40, D-42: drafts a call when the last condition is met, and says upon which facts")
    void drafts_a_call_when_the_last_condition_is_met() {
        Tranches one = told(waitingFor(verified(SHELL), verified(POWER)), achieved(SHELL, VERA));
        Tranches both = told(one, achieved(POWER, VIC));

        assertThat(events(one.decide(reconsider(FIRST), OPEN, NOW))).isEmpty();
        List<TrancheEvent> events = events(both.decide(reconsider(FIRST), OPEN, NOW));

        assertThat(events).extracting(TrancheEvent::getClass).containsExactly(ConditionsMet.class, CallDrafted.class);
        Evaluation evaluation = ((ConditionsMet) events.getFirst()).evaluation();
        assertThat(evaluation.version()).isEqualTo(1);
        assertThat(evaluation.findings())
                .extracting(Finding::events)
                .containsExactly(List.of(eventOf(SHELL)), List.of(eventOf(POWER)));
        assertThat(((CallDrafted) events.getLast()).draft().milestones()).containsExactly(SHELL, POWER);
    }

    @Test
    @DisplayName(
            "D-2, D-34: the call is of the tranche's amount, due after approval and notice, and names the verifiers")
    void asks_for_its_amount_after_approval_and_notice() {
        Tranches met = told(waitingFor(verified(SHELL)), achieved(SHELL, VERA, VIC));

        CallDrafted drafted =
                (CallDrafted) events(met.decide(reconsider(FIRST), OPEN, NOW)).getLast();

        assertThat(drafted.draft().call()).isEqualTo(CALL);
        assertThat(drafted.draft().amount()).isEqualTo(usd("100.00"));
        // Five business days after Monday, without Thanksgiving, is the next Tuesday; ten more is a Tuesday again.
        assertThat(drafted.draft().due()).isEqualTo(LocalDate.of(2026, 12, 15));
        assertThat(drafted.draft().verifiers()).containsExactlyInAnyOrder(VERA, VIC);
    }

    @Test
    @DisplayName("D-5: what is told again changes nothing")
    void is_not_moved_by_what_is_told_again() {
        Tranches drafted = after(told(waitingFor(verified(SHELL)), achieved(SHELL, VERA)), reconsider(FIRST));

        assertThat(events(drafted.decide(reconsider(FIRST), OPEN, NOW))).isEmpty();
        assertThat(the(drafted, FIRST).call()).contains(CALL);
    }

    @Test
    void is_reconsidered_by_the_product_alone() {
        Tranches waiting = waitingFor(verified(SHELL));

        assertThat(refusal(waiting.decide(new Reconsider(FIRST, ANA), OPEN, NOW)))
                .isEqualTo(FORBIDDEN);
        assertThat(refusal(waiting.decide(new Reconsider(SECOND, Actor.SYSTEM), OPEN, NOW)))
                .isEqualTo(NOT_FOUND);
        assertThat(events(after(aFund(), draft(FIRST, verified(SHELL))).decide(reconsider(FIRST), OPEN, NOW)))
                .isEmpty();
    }

    @Test
    void is_released_when_its_call_is_issued() {
        Tranches drafted = after(told(waitingFor(verified(SHELL)), achieved(SHELL, VERA)), reconsider(FIRST));

        assertThat(drafted.issued(FRESH, NOW)).isEmpty();
        assertThat(drafted.issued(CALL, NOW)).containsExactly(new Released(FIRST, CALL, TODAY));
        Tranches released = applied(drafted, drafted.issued(CALL, NOW), NOW);
        assertThat(state(released)).isEqualTo(TrancheState.RELEASED);
        assertThat(events(told(released, revoked(SHELL)).decide(reconsider(FIRST), OPEN, NOW)))
                .as("what is released stays released")
                .isEmpty();
        assertThat(released.cancelled(CALL, NOW)).isEmpty();
    }

    @Test
    @DisplayName("D-5: holds when its draft is cancelled, and drafts again only for a person, under a fresh id")
    void holds_when_its_draft_is_cancelled() {
        Tranches drafted = after(told(waitingFor(verified(SHELL)), achieved(SHELL, VERA)), reconsider(FIRST));

        assertThat(drafted.cancelled(CALL, NOW)).containsExactly(new Held(FIRST, TrancheHold.DRAFT_CANCELLED, TODAY));
        Tranches held = applied(drafted, drafted.cancelled(CALL, NOW), NOW);
        assertThat(state(held)).isEqualTo(TrancheState.CONDITIONS_MET);
        assertThat(the(held, FIRST).held()).contains("draft-cancelled");
        assertThat(events(held.decide(reconsider(FIRST), OPEN, NOW))).isEmpty();

        Tranches redrafted = after(held, redraft(FIRST, FRESH));
        assertThat(state(redrafted)).isEqualTo(TrancheState.CALL_DRAFTED);
        assertThat(the(redrafted, FIRST).call()).contains(FRESH);
        assertThat(the(redrafted, FIRST).held()).isEmpty();
    }

    @Test
    void holds_with_the_reason_when_the_call_is_refused() {
        Tranches met = told(waitingFor(verified(SHELL)), achieved(SHELL, VERA));
        List<TrancheEvent> events = events(met.decide(reconsider(FIRST), SHUT, NOW));
        Tranches held = applied(met, events, NOW);

        assertThat(events).extracting(TrancheEvent::getClass).containsExactly(ConditionsMet.class, Held.class);
        assertThat(the(held, FIRST).held()).contains("insufficient-uncalled");
        assertThat(refusal(held.decide(redraft(FIRST, FRESH), SHUT, NOW)))
                .isEqualTo(Slices.Empty.INSUFFICIENT_UNCALLED);
        assertThat(state(after(held, redraft(FIRST, FRESH)))).isEqualTo(TrancheState.CALL_DRAFTED);
    }

    @Test
    void is_redrafted_by_a_manager_while_its_conditions_are_met_and_no_call_is_drafted() {
        Tranches locked = waitingFor(verified(SHELL));
        Tranches met = applied(told(locked, achieved(SHELL, VERA)), reconsider(FIRST), SHUT, NOW);
        var byAnAuditor = new TrancheCommand.Redraft(FIRST, FRESH, AUDITOR, OptionalLong.empty());

        assertThat(refusal(met.decide(byAnAuditor, OPEN, NOW))).isEqualTo(FORBIDDEN);
        assertThat(facts(locked.decide(redraft(FIRST, FRESH), OPEN, NOW)))
                .containsEntry("state", "LOCKED")
                .containsEntry("allowed", List.of("amend", "cancel"));
        assertThat(refusal(told(met, revoked(SHELL)).decide(redraft(FIRST, FRESH), OPEN, NOW)))
                .isEqualTo(CONDITIONS_NOT_MET);
        assertThat(refusal(after(met, redraft(FIRST, FRESH)).decide(redraft(FIRST, id(78)), OPEN, NOW)))
                .isEqualTo(INVALID_STATE);
    }

    @Test
    @DisplayName(
            "D-5: is locked again when a verification is revoked, with its draft cancelled; verified again, it holds")
    void is_locked_again_when_a_verification_is_revoked() {
        Tranches drafted = after(told(waitingFor(verified(SHELL)), achieved(SHELL, VERA)), reconsider(FIRST));
        Tranches fallen = told(drafted, revoked(SHELL));

        TrancheEvent relocked =
                events(fallen.decide(reconsider(FIRST), OPEN, NOW)).getFirst();
        assertThat(relocked)
                .isInstanceOfSatisfying(
                        Relocked.class, fell -> assertThat(fell.fellBack()).isEqualTo(List.of(verified(SHELL))));
        assertThat(relocked.cancelledCall()).contains(CALL);
        Tranches locked = fallen.apply(relocked, NOW);
        assertThat(state(locked)).isEqualTo(TrancheState.LOCKED);
        assertThat(the(locked, FIRST).call()).isEmpty();

        Tranches again = after(told(locked, achieved(SHELL, VIC)), reconsider(FIRST));
        assertThat(state(again)).isEqualTo(TrancheState.CONDITIONS_MET);
        assertThat(the(again, FIRST).held()).contains("drafted-before");
        assertThat(state(after(again, redraft(FIRST, FRESH)))).isEqualTo(TrancheState.CALL_DRAFTED);
    }

    @Test
    void is_locked_again_on_the_day_after_the_waiver_of_its_milestone_has_expired() {
        Tranches waived = told(waitingFor(verified(SHELL)), waived(SHELL, TODAY.plusDays(1), FIRST));
        Tranches drafted = after(waived, reconsider(FIRST));

        assertThat(state(drafted)).isEqualTo(TrancheState.CALL_DRAFTED);
        assertThat(the(drafted, FIRST).evaluation().orElseThrow().findings())
                .extracting(Finding::status)
                .containsExactly(ConditionStatus.WAIVED);
        assertThat(events(drafted.decide(reconsider(FIRST), OPEN, daysLater(1))))
                .isEmpty();
        assertThat(events(drafted.decide(reconsider(FIRST), OPEN, daysLater(2))))
                .extracting(TrancheEvent::getClass)
                .containsExactly(Relocked.class);
    }

    @Test
    void tries_again_by_itself_where_the_version_never_had_a_call() {
        Tranches held = applied(told(waitingFor(verified(SHELL)), achieved(SHELL, VERA)), reconsider(FIRST), SHUT, NOW);
        Tranches locked = after(told(held, revoked(SHELL)), reconsider(FIRST));

        assertThat(the(locked, FIRST).held()).isEmpty();
        Tranches again = after(told(locked, achieved(SHELL, VERA)), reconsider(FIRST));
        assertThat(the(again, FIRST).call()).contains(CALL);
    }
}
