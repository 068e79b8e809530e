package tranche.commitments.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.domain.Slices.BEN;
import static tranche.commitments.drawdown.domain.Slices.CARA;
import static tranche.commitments.drawdown.domain.Slices.FIRST;
import static tranche.commitments.drawdown.domain.Slices.NOW;
import static tranche.commitments.drawdown.domain.Slices.SHELL;
import static tranche.commitments.drawdown.domain.Slices.TODAY;
import static tranche.commitments.drawdown.domain.Slices.VIC;
import static tranche.commitments.drawdown.domain.Slices.achieved;
import static tranche.commitments.drawdown.domain.Slices.revoked;
import static tranche.commitments.drawdown.domain.Slices.usd;
import static tranche.commitments.drawdown.domain.TrancheCallsTest.after;
import static tranche.commitments.drawdown.domain.TrancheCallsTest.approve;
import static tranche.commitments.drawdown.domain.TrancheCallsTest.drafted;
import static tranche.commitments.drawdown.domain.TrancheCallsTest.hearing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.drawdown.domain.CallCheck.Hand;
import tranche.commitments.drawdown.domain.CallCheck.Outcome;
import tranche.commitments.drawdown.domain.CallCommand.EditCall;
import tranche.commitments.drawdown.domain.CallCommand.IssueCall;
import tranche.commitments.fund.domain.CallBasis;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;

/** A call of 100.00 that its tranche has drafted, of commitments of 100.00 and 50.00. */
@DisplayName("§2.2: what is checked before a call goes on is what would refuse it")
class CallChecksTest {

    private static final CallId CALL = new CallId(CallDraft.idOf(FIRST, 1));

    private static List<CallCheck> checks(Drawdowns state, Actor reader) {
        return CallChecks.of(state, CALL, reader, NOW);
    }

    private static <C extends CallCheck> C one(Class<C> kind, Drawdowns state, Actor reader) {
        return checks(state, reader).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Outcome outcome(Class<? extends CallCheck> kind, Drawdowns state) {
        return one(kind, state, BEN).verdict().outcome();
    }

    private static CallComponent part(ComponentType type, String amount) {
        return new CallComponent(type, usd(amount));
    }

    private static EditCall edit(Optional<LocalDate> due, CallComponent... components) {
        return new EditCall(
                CALL,
                due,
                components.length == 0 ? Optional.empty() : Optional.of(List.of(components)),
                Optional.empty(),
                CARA,
                OptionalLong.empty());
    }

    /** A draft from before it was asked that what a tranche releases is called whole. */
    private static Drawdowns calledInPart() {
        Drawdowns unasked = after(
                TrancheCallsTest.with(drafted(), Tranches.NONE),
                edit(Optional.empty(), part(ComponentType.INVESTMENT, "99.99")));
        return TrancheCallsTest.with(unasked, drafted().tranches());
    }

    private static boolean isRefused(Drawdowns state, DrawdownCommand command) {
        return state.decide(command, NOW) instanceof Decision.Refused<DrawdownEvent>;
    }

    @Test
    void all_is_kept_where_nothing_stands_in_the_way() {
        assertThat(checks(drafted(), BEN))
                .hasSize(5)
                .allMatch(check -> check.verdict().outcome() == Outcome.PASS)
                .allMatch(check -> check.verdict().refusal().isEmpty());
        assertThat(one(CallCheck.Conditions.class, drafted(), BEN))
                .extracting(CallCheck.Conditions::milestones, CallCheck.Conditions::verified)
                .containsExactly(1, 1);
        assertThat(one(CallCheck.Eyes.class, drafted(), BEN).step()).isEqualTo(CallStep.APPROVE);
    }

    @Test
    @DisplayName(
            "D-40: conditions that have fallen back stop an approval before that was told, and the decision agrees")
    void conditions_that_fell_back_stop_it() {
        Drawdowns fallen = hearing(drafted(), revoked(SHELL));

        assertThat(one(CallCheck.Conditions.class, fallen, BEN).verdict())
                .isEqualTo(new CallCheck.Verdict(Outcome.STOP, Optional.of("conditions-not-met")));
        assertThat(isRefused(fallen, approve(fallen, BEN))).isTrue();
    }

    @Test
    void what_only_its_issue_asks_is_a_warning_before_and_stops_then() {
        Drawdowns late = after(drafted(), edit(Optional.of(TODAY.minusDays(1))));
        assertThat(outcome(CallCheck.Notice.class, late)).isEqualTo(Outcome.WARNING);
        assertThat(isRefused(late, approve(late, BEN))).isFalse();

        Drawdowns approved = after(late, approve(late, BEN));
        CallCheck.Notice notice = one(CallCheck.Notice.class, approved, CARA);
        assertThat(notice.verdict()).isEqualTo(new CallCheck.Verdict(Outcome.STOP, Optional.of("notice-too-short")));
        assertThat(notice.earliest()).isEqualTo(TODAY);
        assertThat(isRefused(approved, new IssueCall(CALL, CARA, OptionalLong.empty())))
                .isTrue();
    }

    @Test
    @DisplayName("D-20: counts the lines for which too little is left since another call was issued")
    void counts_the_lines_beyond_what_is_uncalled() {
        Drawdowns state = Funds.fund(CallBasis.COMMITMENT, List.of(100_00, 50_00));
        Drawdowns drafted = after(state, Funds.draft(List.of(90_00)));
        Drawdowns other = new Drawdowns(
                drafted.fund(),
                drafted.calls(),
                drafted.lines(),
                drafted.receipts(),
                Funds.fund(CallBasis.COMMITMENT, List.of(59_99, 50_00)).commitments(),
                drafted.tranches(),
                drafted.entries(),
                drafted.blanks(),
                drafted.instructions());

        assertThat(CallChecks.of(other, Funds.CALL, Funds.BEN, Funds.NOW))
                .filteredOn(CallCheck.Uncalled.class::isInstance)
                .singleElement()
                .isEqualTo(new CallCheck.Uncalled(
                        new CallCheck.Verdict(Outcome.WARNING, Optional.of("insufficient-uncalled")), 2, 1));
        assertThat(CallChecks.of(drafted, Funds.CALL, Funds.BEN, Funds.NOW))
                .as("a call by hand has no tranche to look at")
                .hasSize(3)
                .allMatch(check -> check.verdict().outcome() == Outcome.PASS);
    }

    @Test
    @DisplayName("D-43: a tranche is called whole: not edited to a cent less or more, whatever stands beside it")
    void what_a_tranche_releases_is_called_whole() {
        for (EditCall part : List.of(
                edit(Optional.empty(), part(ComponentType.INVESTMENT, "99.99")),
                edit(Optional.empty(), part(ComponentType.INVESTMENT, "100.01")),
                edit(Optional.empty(), part(ComponentType.INVESTMENT, "99.99"), part(ComponentType.FEE, "0.01")),
                edit(Optional.empty(), part(ComponentType.EXPENSE, "100.00")))) {
            Decision<DrawdownEvent> decision = drafted().decide(part, NOW);
            assertThat(Slices.refusal(decision)).isEqualTo(DrawdownRefusal.RELEASE_NOT_WHOLE);
            assertThat(Slices.facts(decision)).containsEntry("tranche", "100.00 USD");
        }

        Drawdowns beside = after(
                drafted(),
                edit(
                        Optional.empty(),
                        part(ComponentType.INVESTMENT, "60.00"),
                        part(ComponentType.FEE, "1.00"),
                        part(ComponentType.INVESTMENT, "40.00"),
                        part(ComponentType.EXPENSE, "0.50")));
        assertThat(beside.calls().get(CALL).orElseThrow().total()).isEqualTo(usd("101.50"));
        assertThat(outcome(CallCheck.TrancheAmount.class, beside)).isEqualTo(Outcome.PASS);
        assertThat(isRefused(beside, approve(beside, BEN))).isFalse();
    }

    @Test
    @DisplayName("D-43: a draft that calls a part of its tranche is neither approved nor issued until it is whole")
    void what_is_called_in_part_stops_until_it_is_whole() {
        Drawdowns part = calledInPart();
        assertThat(one(CallCheck.TrancheAmount.class, part, BEN))
                .isEqualTo(new CallCheck.TrancheAmount(
                        new CallCheck.Verdict(Outcome.STOP, Optional.of("release-not-whole")), usd("100.00")));
        assertThat(Slices.refusal(part.decide(approve(part, BEN), NOW))).isEqualTo(DrawdownRefusal.RELEASE_NOT_WHOLE);
        assertThat(isRefused(part, edit(Optional.of(TODAY.plusDays(40))))).isTrue();

        Drawdowns unasked = TrancheCallsTest.with(part, Tranches.NONE);
        Drawdowns approved = TrancheCallsTest.with(after(unasked, approve(unasked, BEN)), part.tranches());
        assertThat(Slices.refusal(approved.decide(new IssueCall(CALL, CARA, OptionalLong.empty()), NOW)))
                .isEqualTo(DrawdownRefusal.RELEASE_NOT_WHOLE);

        Drawdowns whole = after(part, edit(Optional.empty(), part(ComponentType.INVESTMENT, "100.00")));
        assertThat(isRefused(whole, approve(whole, BEN))).isFalse();
    }

    @Test
    @DisplayName("D-1, D-2: says to an editor, a later verifier and the approver why it is not theirs to do")
    void says_whose_hands_were_on_it() {
        Actor caraToo = new Actor(CARA.account(), CARA.person(), BEN.access());
        Drawdowns edited = after(drafted(), edit(Optional.of(TODAY.plusDays(40))));
        assertThat(one(CallCheck.Eyes.class, edited, caraToo))
                .isEqualTo(new CallCheck.Eyes(
                        new CallCheck.Verdict(Outcome.STOP, Optional.of("four-eyes")),
                        CallStep.APPROVE,
                        Set.of(Hand.MAKER)));

        Actor vic = Slices.person(111, 111, Role.APPROVER);
        Drawdowns again = hearing(drafted(), achieved(SHELL, VIC));
        assertThat(one(CallCheck.Eyes.class, again, vic).because()).containsExactly(Hand.VERIFIER);
        assertThat(isRefused(again, approve(again, vic))).isTrue();

        Actor benToo = new Actor(BEN.account(), BEN.person(), CARA.access());
        Drawdowns approved = after(drafted(), approve(drafted(), BEN));
        assertThat(one(CallCheck.Eyes.class, approved, benToo).because()).containsExactly(Hand.APPROVER);
        assertThat(one(CallCheck.Eyes.class, approved, CARA).verdict().outcome())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void is_silent_about_other_eyes_to_whoever_has_no_part_and_about_all_once_it_is_issued() {
        assertThat(checks(drafted(), CARA)).hasSize(4).noneMatch(CallCheck.Eyes.class::isInstance);
        Drawdowns approved = after(drafted(), approve(drafted(), BEN));
        assertThat(checks(after(approved, new IssueCall(CALL, CARA, OptionalLong.empty())), BEN))
                .isEmpty();
    }
}
