package tranche.commitments.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.domain.Funds.ANA;
import static tranche.commitments.drawdown.domain.Funds.BEN;
import static tranche.commitments.drawdown.domain.Funds.CALL;
import static tranche.commitments.drawdown.domain.Funds.CARA;
import static tranche.commitments.drawdown.domain.Funds.NOW;
import static tranche.commitments.drawdown.domain.Funds.TODAY;
import static tranche.commitments.drawdown.domain.Funds.cents;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.drawdown.domain.CallCommand.CancelCall;
import tranche.commitments.drawdown.domain.CallCommand.DraftCall;
import tranche.commitments.drawdown.domain.CallCommand.EditCall;
import tranche.commitments.drawdown.domain.CallCommand.MarkOverdue;
import tranche.commitments.drawdown.domain.CallCommand.ReopenCall;
import tranche.commitments.drawdown.domain.CallCommand.ReturnCall;
import tranche.commitments.drawdown.domain.CallCommand.ReverseCall;
import tranche.commitments.fund.domain.CallBasis;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.decision.Decision;
import tranche.values.decision.Refusal;
import tranche.values.money.Money;

/** Guards of the table of calls that no other example shows on both sides of its edge, each found by its row. */
class CallGuardsTest {

    private static final OptionalLong ANY = OptionalLong.empty();

    private static Drawdowns aFund(Integer... commitments) {
        return Funds.fund(CallBasis.COMMITMENT, List.of(commitments));
    }

    private static Refusal refusal(Drawdowns state, DrawdownCommand command) {
        Decision<DrawdownEvent> decision = state.decide(command, NOW);
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<DrawdownEvent>) decision).refusal();
    }

    private static List<DrawdownEvent> events(Drawdowns state, DrawdownCommand command, Instant at) {
        Decision<DrawdownEvent> decision = state.decide(command, at);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<DrawdownEvent>) decision).events();
    }

    private static Drawdowns after(Drawdowns state, DrawdownCommand command) {
        Drawdowns after = state;
        for (DrawdownEvent event : events(state, command, NOW)) {
            after = after.apply(event, NOW);
        }
        return after;
    }

    private static Drawdowns drafted() {
        return after(aFund(100_00, 50_00), Funds.draft(List.of(30_00)));
    }

    private static Drawdowns approved() {
        return after(drafted(), Funds.approve(drafted()));
    }

    private static Drawdowns issued() {
        return after(approved(), Funds.issue());
    }

    private static CapitalCall call(Drawdowns state) {
        return state.calls().get(CALL).orElseThrow();
    }

    private static DraftCall draft(Money amount) {
        var content = new CallContent(
                TODAY.plusDays(30), List.of(new CallComponent(ComponentType.INVESTMENT, amount)), "Fab 1");
        return new DraftCall(CALL, content, Optional.empty(), ANA);
    }

    @Test
    @DisplayName("§2.2 draft: of a fund with a closed commitment alone")
    void somebody_must_be_there_to_be_called() {
        assertThat(refusal(aFund(), draft(cents(1)))).isEqualTo(DrawdownRefusal.NOBODY_TO_CALL);
        assertThat(call(after(aFund(1), draft(cents(1)))).total()).isEqualTo(cents(1));
    }

    @Test
    @DisplayName("§2.2 draft: components in the fund's currency, above zero and of whole cents")
    void components_are_amounts_that_can_be_paid() {
        Drawdowns fund = aFund(100_00);
        assertThat(refusal(fund, draft(cents(0)))).isEqualTo(DrawdownRefusal.AMOUNT_NOT_POSITIVE);
        assertThat(refusal(fund, draft(cents(-1)))).isEqualTo(DrawdownRefusal.AMOUNT_NOT_POSITIVE);
        assertThat(refusal(fund, draft(Money.of("USD", "1.001")))).isEqualTo(DrawdownRefusal.AMOUNT_NOT_WHOLE);
        assertThat(refusal(fund, draft(Money.of("EUR", "1.00")))).isEqualTo(DrawdownRefusal.CURRENCY_NOT_THE_FUNDS);
    }

    @Test
    @DisplayName("§2.2 draft, edit: no line above what is uncalled")
    void no_line_is_above_what_is_uncalled() {
        assertThat(refusal(aFund(100_00, 50_00), draft(cents(150_01))))
                .isEqualTo(DrawdownRefusal.INSUFFICIENT_UNCALLED);
        Drawdowns all = after(aFund(100_00, 50_00), draft(cents(150_00)));
        assertThat(all.linesOf(CALL)).hasSize(2);
        var more = new EditCall(
                CALL,
                Optional.empty(),
                Optional.of(List.of(new CallComponent(ComponentType.FEE, cents(150_01)))),
                Optional.empty(),
                ANA,
                ANY);
        assertThat(refusal(all, more)).isEqualTo(DrawdownRefusal.INSUFFICIENT_UNCALLED);
    }

    @Test
    @DisplayName("§2.2 return, reopen, cancel, reverse: with a reason")
    void a_step_back_has_a_reason() {
        assertThat(refusal(drafted(), new ReturnCall(CALL, " ", BEN, ANY))).isEqualTo(DrawdownRefusal.REASON_MISSING);
        assertThat(refusal(approved(), new ReopenCall(CALL, "", ANA, ANY))).isEqualTo(DrawdownRefusal.REASON_MISSING);
        for (Drawdowns state : List.of(drafted(), approved())) {
            assertThat(refusal(state, new CancelCall(CALL, "", ANA, ANY))).isEqualTo(DrawdownRefusal.REASON_MISSING);
        }
        var propose = new Propose(new Motion.Reversal(CALL, "  "), Funds.id(800), ANA, ANY);
        assertThat(issued().propose(propose, NOW)).isEqualTo(Decision.refused(DrawdownRefusal.REASON_MISSING));

        assertThat(call(after(drafted(), new ReturnCall(CALL, "Which tools?", BEN, ANY)))
                        .reason())
                .contains("Which tools?");
    }

    @Test
    @DisplayName("§2.2 reopen: the approval is void, and another is of the content as it is then")
    void what_is_reopened_is_approved_anew() {
        Drawdowns reopened = after(approved(), new ReopenCall(CALL, "Its day is over", ANA, ANY));

        assertThat(call(reopened).state()).isEqualTo(CallState.DRAFT);
        assertThat(call(reopened).approval()).isEmpty();
        assertThat(refusal(reopened, Funds.issue())).isEqualTo(DrawdownRefusal.INVALID_STATE);
    }

    @Test
    @DisplayName("§2.2 issue: of the content that was approved, for no edit comes between (D-6)")
    void what_is_approved_is_not_edited() {
        var edit = new EditCall(CALL, Optional.of(TODAY.plusDays(60)), Optional.empty(), Optional.empty(), ANA, ANY);
        assertThat(refusal(approved(), edit)).isEqualTo(DrawdownRefusal.INVALID_STATE);

        ContentHash seen = call(drafted()).contentHash();
        Drawdowns edited = after(drafted(), edit);
        assertThat(refusal(edited, new CallCommand.ApproveCall(CALL, seen, BEN, ANY)))
                .isEqualTo(DrawdownRefusal.CONTENT_CHANGED);
        assertThat(call(issued()).approval().orElseThrow().content())
                .isEqualTo(call(issued()).contentHash());
    }

    @Test
    @DisplayName("§2.2 day passes: a line is late after its due date and not on it, told once, by the product alone")
    void a_line_is_late_after_its_day_once() {
        MarkOverdue mark = new MarkOverdue(CALL, Actor.SYSTEM);
        Instant onItsDay = NOW.plus(Duration.ofDays(30));
        Instant after = NOW.plus(Duration.ofDays(31));
        assertThat(events(issued(), mark, onItsDay)).isEmpty();
        assertThat(refusal(issued(), new MarkOverdue(CALL, ANA))).isEqualTo(DrawdownRefusal.FORBIDDEN);

        List<DrawdownEvent> late = events(issued(), mark, after);
        assertThat(late).hasSize(2);
        Drawdowns told = issued();
        for (DrawdownEvent event : late) {
            told = told.apply(event, after);
        }
        assertThat(call(told).state()).isEqualTo(CallState.OVERDUE);
        assertThat(events(told, mark, after.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    @DisplayName("§2.2 reverse: two persons, and what the second one saw (D-1, D-6)")
    void is_taken_back_by_two_persons() {
        ContentHash shown =
                new Motion.Reversal(CALL, "wrong").on(call(issued())).hash();
        Actor caraToo = new Actor(Funds.id(999), CARA.person(), BEN.access());

        assertThat(refusal(issued(), new ReverseCall(CALL, "wrong", shown, CARA.asMaker(), caraToo)))
                .isEqualTo(DrawdownRefusal.FOUR_EYES);
        assertThat(refusal(issued(), new ReverseCall(CALL, "other", shown, CARA.asMaker(), BEN)))
                .isEqualTo(DrawdownRefusal.CONTENT_CHANGED);
        assertThat(call(after(issued(), new ReverseCall(CALL, "wrong", shown, CARA.asMaker(), BEN)))
                        .state())
                .isEqualTo(CallState.REVERSED);
    }
}
