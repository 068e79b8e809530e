package tranche.commitments.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.domain.Slices.ANA;
import static tranche.commitments.drawdown.domain.Slices.ANA_AS_APPROVER;
import static tranche.commitments.drawdown.domain.Slices.BEN;
import static tranche.commitments.drawdown.domain.Slices.CARA;
import static tranche.commitments.drawdown.domain.Slices.FIRST;
import static tranche.commitments.drawdown.domain.Slices.NOW;
import static tranche.commitments.drawdown.domain.Slices.SHELL;
import static tranche.commitments.drawdown.domain.Slices.TODAY;
import static tranche.commitments.drawdown.domain.Slices.VERA;
import static tranche.commitments.drawdown.domain.Slices.VIC;
import static tranche.commitments.drawdown.domain.Slices.achieved;
import static tranche.commitments.drawdown.domain.Slices.amend;
import static tranche.commitments.drawdown.domain.Slices.confirm;
import static tranche.commitments.drawdown.domain.Slices.reconsider;
import static tranche.commitments.drawdown.domain.Slices.redraft;
import static tranche.commitments.drawdown.domain.Slices.revoked;
import static tranche.commitments.drawdown.domain.Slices.the;
import static tranche.commitments.drawdown.domain.Slices.told;
import static tranche.commitments.drawdown.domain.Slices.usd;
import static tranche.commitments.drawdown.domain.Slices.verified;
import static tranche.commitments.drawdown.domain.Slices.waitingFor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.drawdown.domain.CallCommand.ApproveCall;
import tranche.commitments.drawdown.domain.CallCommand.CancelCall;
import tranche.commitments.drawdown.domain.CallCommand.DraftCall;
import tranche.commitments.drawdown.domain.CallCommand.IssueCall;
import tranche.commitments.drawdown.domain.Condition.DateReached;
import tranche.commitments.fund.domain.CallBasis;
import tranche.commitments.milestone.domain.MilestoneNews;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;

/** A tranche of 100.00 and its call, in one fund. */
@DisplayName("§2.6: a tranche and its call move together")
class TrancheCallsTest {

    private static final CallId CALL = new CallId(CallDraft.idOf(FIRST, 1));

    /** The tranche waits for the shell; the fund's commitments are of so many cents. */
    private static Drawdowns waiting(Integer... commitments) {
        return with(Funds.fund(CallBasis.COMMITMENT, List.of(commitments)), waitingFor(verified(SHELL)));
    }

    static Drawdowns with(Drawdowns state, Tranches tranches) {
        return new Drawdowns(
                state.fund(),
                state.calls(),
                state.lines(),
                state.receipts(),
                state.commitments(),
                tranches,
                state.entries(),
                state.blanks(),
                state.instructions());
    }

    static Drawdowns hearing(Drawdowns state, MilestoneNews news) {
        return with(state, told(state.tranches(), news));
    }

    private static List<DrawdownEvent> events(Drawdowns state, DrawdownCommand command) {
        Decision<DrawdownEvent> decision = state.decide(command, NOW);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<DrawdownEvent>) decision).events();
    }

    static Drawdowns after(Drawdowns state, DrawdownCommand command) {
        Drawdowns after = state;
        for (DrawdownEvent event : events(state, command)) {
            after = after.apply(event, NOW);
        }
        return after;
    }

    static Drawdowns drafted() {
        return after(hearing(waiting(100_00, 50_00), achieved(SHELL, VERA)), reconsider(FIRST));
    }

    private static CapitalCall call(Drawdowns state) {
        return state.calls().get(CALL).orElseThrow();
    }

    static ApproveCall approve(Drawdowns state, Actor by) {
        return new ApproveCall(CALL, call(state).contentHash(), by, OptionalLong.empty());
    }

    @Test
    @DisplayName("D-40: conditions that are met draft the call right after the tranche says so, by the product itself")
    void a_call_is_drafted_with_its_tranche() {
        Drawdowns state = hearing(waiting(100_00, 50_00), achieved(SHELL, VERA));

        assertThat(events(state, reconsider(FIRST)))
                .extracting(Object::getClass)
                .containsExactly(
                        TrancheEvent.ConditionsMet.class, TrancheEvent.CallDrafted.class, CallEvent.Drafted.class);
        Drawdowns after = after(state, reconsider(FIRST));
        assertThat(call(after).release()).contains(new Release(FIRST, 1, List.of(SHELL.value()), Set.of(VERA)));
        assertThat(call(after).makers()).containsExactly(Actor.SYSTEM.asMaker());
        assertThat(after.linesOf(CALL))
                .extracting(CallLine::amount)
                .containsExactlyInAnyOrder(usd("66.67"), usd("33.33"));
    }

    @Test
    @DisplayName("D-5: where a call of that id is there already, the tranche says that it is held and drafts none")
    void a_known_call_is_not_drafted_again() {
        DraftCall byHand = Funds.draft(List.of(30_00));
        Drawdowns there =
                after(waiting(100_00, 50_00), new DraftCall(CALL, byHand.content(), Optional.empty(), Actor.SYSTEM));

        Drawdowns after = after(hearing(there, achieved(SHELL, VERA)), reconsider(FIRST));

        assertThat(the(after.tranches(), FIRST).state()).isEqualTo(TrancheState.CONDITIONS_MET);
        assertThat(the(after.tranches(), FIRST).held()).contains(TrancheHold.DRAFTED_BEFORE);
        assertThat(call(after).total()).isEqualTo(usd("30.00"));
    }

    @Test
    void what_the_rules_of_calls_refuse_is_held_under_their_code() {
        Drawdowns after = after(hearing(waiting(99_99), achieved(SHELL, VERA)), reconsider(FIRST));

        assertThat(the(after.tranches(), FIRST).held()).contains("insufficient-uncalled");
        assertThat(after.calls().values()).isEmpty();
    }

    @Test
    void a_condition_that_falls_back_cancels_an_approved_call_and_says_so_once() {
        Drawdowns approved = after(drafted(), approve(drafted(), BEN));

        Drawdowns told = hearing(approved, revoked(SHELL));

        assertThat(events(told, reconsider(FIRST)))
                .extracting(Object::getClass)
                .containsExactly(TrancheEvent.Relocked.class, CallEvent.Cancelled.class);
        Drawdowns after = after(told, reconsider(FIRST));
        assertThat(call(after).state()).isEqualTo(CallState.CANCELLED);
        assertThat(call(after).approval()).isEmpty();
        assertThat(events(after, reconsider(FIRST))).isEmpty();
    }

    @Test
    void the_issue_of_the_call_releases_the_tranche() {
        Drawdowns approved = after(drafted(), approve(drafted(), BEN));

        Drawdowns issued = after(approved, new IssueCall(CALL, CARA, OptionalLong.empty()));

        assertThat(call(issued).state()).isEqualTo(CallState.ISSUED);
        assertThat(the(issued.tranches(), FIRST).state()).isEqualTo(TrancheState.RELEASED);
        assertThat(events(hearing(issued, revoked(SHELL)), reconsider(FIRST))).isEmpty();
    }

    @Test
    void a_draft_that_a_person_cancels_holds_the_tranche() {
        Drawdowns after = after(drafted(), new CancelCall(CALL, "Too early", CARA, OptionalLong.empty()));

        assertThat(the(after.tranches(), FIRST).state()).isEqualTo(TrancheState.CONDITIONS_MET);
        assertThat(the(after.tranches(), FIRST).held()).contains(TrancheHold.DRAFT_CANCELLED);
    }

    @Test
    @DisplayName(
            "D-1, D-43: who redrafts a call is its maker, alone, and does not approve it; it calls the tranche whole")
    void who_redrafts_is_the_maker() {
        UUID fresh = Slices.id(701);
        Drawdowns held = after(drafted(), new CancelCall(CALL, "Too early", CARA, OptionalLong.empty()));

        Drawdowns again = after(held, redraft(FIRST, fresh));

        CapitalCall call = again.calls().get(new CallId(fresh)).orElseThrow();
        assertThat(call.makers()).containsExactly(ANA.asMaker());
        assertThat(call.content().investment())
                .isEqualTo(the(again.tranches(), FIRST).amount());
        var byHerself = new ApproveCall(call.id(), call.contentHash(), ANA_AS_APPROVER, OptionalLong.empty());
        assertThat(Slices.refusal(again.decide(byHerself, NOW)).code()).isEqualTo("four-eyes");
        assertThat(CallChecks.of(again, call.id(), ANA_AS_APPROVER, NOW))
                .filteredOn(CallCheck.Eyes.class::isInstance)
                .singleElement()
                .extracting(check -> ((CallCheck.Eyes) check).because())
                .isEqualTo(Set.of(CallCheck.Hand.MAKER));
        assertThat(events(again, new ApproveCall(call.id(), call.contentHash(), BEN, OptionalLong.empty())))
                .hasSize(1);
    }

    @Test
    void an_amendment_cancels_the_call_before_it_drafts_another() {
        assertThat(events(drafted(), confirm(FIRST, amend(new DateReached(TODAY)))))
                .extracting(Object::getClass)
                .containsExactly(
                        TrancheEvent.Amended.class,
                        CallEvent.Cancelled.class,
                        TrancheEvent.ConditionsMet.class,
                        TrancheEvent.CallDrafted.class,
                        CallEvent.Drafted.class);
    }

    @Test
    @DisplayName("D-2: who has verified the milestone since the call was drafted does not approve it either")
    void later_verifiers_do_not_approve() {
        Actor vic = Slices.person(111, 111, Role.APPROVER);
        Drawdowns again = hearing(drafted(), achieved(SHELL, VIC));

        Decision<DrawdownEvent> decision = again.decide(approve(again, vic), NOW);

        assertThat(Slices.refusal(decision).code()).isEqualTo("four-eyes");
        assertThat(events(again, approve(again, BEN))).hasSize(1);
    }
}
