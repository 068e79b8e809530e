package tranche.commitments.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.domain.Slices.BEN;
import static tranche.commitments.drawdown.domain.Slices.CARA;
import static tranche.commitments.drawdown.domain.Slices.FIRST;
import static tranche.commitments.drawdown.domain.Slices.NOW;
import static tranche.commitments.drawdown.domain.Slices.SHELL;
import static tranche.commitments.drawdown.domain.Slices.VERA;
import static tranche.commitments.drawdown.domain.Slices.achieved;
import static tranche.commitments.drawdown.domain.Slices.reconsider;
import static tranche.commitments.drawdown.domain.Slices.redraft;
import static tranche.commitments.drawdown.domain.Slices.revoked;
import static tranche.commitments.drawdown.domain.Slices.the;
import static tranche.commitments.drawdown.domain.Slices.told;
import static tranche.commitments.drawdown.domain.Slices.usd;
import static tranche.commitments.drawdown.domain.Slices.verified;
import static tranche.commitments.drawdown.domain.Slices.waitingFor;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import tranche.commitments.drawdown.domain.CallCommand.ApproveCall;
import tranche.commitments.drawdown.domain.CallCommand.CancelCall;
import tranche.commitments.drawdown.domain.CallCommand.EditCall;
import tranche.commitments.drawdown.domain.CallCommand.IssueCall;
import tranche.commitments.fund.domain.CallBasis;
import tranche.commitments.milestone.domain.MilestoneNews;
import tranche.values.decision.Decision;

/** What holds of a tranche and its calls whatever is told and whatever people do, refused or not. */
class TrancheCallsProperties {

    private static final Set<CallState> OPEN = EnumSet.of(CallState.DRAFT, CallState.APPROVED);

    /** What is told, or done to the last call of the tranche. */
    enum Act {
        ACHIEVED,
        REVOKED,
        TOLD_AGAIN,
        APPROVED,
        ISSUED,
        CANCELLED,
        REDRAFTED,
        /** A cent of the investment is called as a fee. */
        EDITED_IN_PART,
        /** A fee stands beside the investment. */
        EDITED_BESIDE
    }

    @Property(tries = 500)
    void a_tranche_and_its_call_never_part(@ForAll @Size(max = 20) List<Act> acts) {
        Drawdowns state = with(Funds.fund(CallBasis.COMMITMENT, List.of(100_00, 50_00)), waitingFor(verified(SHELL)));
        int fresh = 0;
        for (Act act : acts) {
            fresh++;
            state = switch (act) {
                case ACHIEVED -> hearing(state, achieved(SHELL, VERA));
                case REVOKED -> hearing(state, revoked(SHELL));
                case TOLD_AGAIN -> after(state, reconsider(FIRST));
                case APPROVED -> approved(state);
                case ISSUED -> ofLast(state, call -> new IssueCall(call.id(), CARA, OptionalLong.empty()));
                case CANCELLED ->
                    ofLast(state, call -> new CancelCall(call.id(), "Too early", CARA, OptionalLong.empty()));
                case EDITED_IN_PART -> edited(state, "99.99");
                case EDITED_BESIDE -> edited(state, "100.00");
                case REDRAFTED -> after(state, redraft(FIRST, Slices.id(700 + fresh)));
            };
            hold(state);
        }
    }

    private static void hold(Drawdowns state) {
        Tranche tranche = the(state.tranches(), FIRST);
        List<CapitalCall> open = state.calls().values().stream()
                .filter(call -> OPEN.contains(call.state()))
                .toList();
        List<CapitalCall> issued = state.calls().values().stream()
                .filter(call -> call.state() == CallState.ISSUED)
                .toList();

        assertThat(open).hasSize(tranche.state() == TrancheState.CALL_DRAFTED ? 1 : 0);
        assertThat(issued).hasSize(tranche.state() == TrancheState.RELEASED ? 1 : 0);
        assertThat(tranche.call())
                .isEqualTo(open.stream()
                        .findFirst()
                        .or(() -> issued.stream().findFirst())
                        .map(call -> call.id().value()));
        assertThat(state.calls().values()).allSatisfy(call -> {
            assertThat(call.release().map(Release::tranche)).contains(FIRST);
            assertThat(call.content().investment()).isEqualTo(tranche.amount());
        });
    }

    private static Drawdowns edited(Drawdowns state, String investment) {
        var components = List.of(
                new CallComponent(ComponentType.INVESTMENT, usd(investment)),
                new CallComponent(ComponentType.FEE, usd("0.01")));
        return ofLast(
                state,
                call -> new EditCall(
                        call.id(),
                        Optional.empty(),
                        Optional.of(components),
                        Optional.empty(),
                        CARA,
                        OptionalLong.empty()));
    }

    private static Drawdowns with(Drawdowns state, Tranches tranches) {
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

    /** As the reaction does: what is told is kept, and the tranche looked at. */
    private static Drawdowns hearing(Drawdowns state, MilestoneNews news) {
        return after(with(state, told(state.tranches(), news)), reconsider(FIRST));
    }

    private static Drawdowns approved(Drawdowns state) {
        return ofLast(state, call -> new ApproveCall(call.id(), call.contentHash(), BEN, OptionalLong.empty()));
    }

    private static Drawdowns ofLast(Drawdowns state, Function<CapitalCall, CallCommand> command) {
        Optional<CapitalCall> last = the(state.tranches(), FIRST)
                .call()
                .flatMap(call -> state.calls().get(new CallId(call)));
        return last.map(call -> after(state, command.apply(call))).orElse(state);
    }

    /** What is refused changes nothing. */
    private static Drawdowns after(Drawdowns state, DrawdownCommand command) {
        if (!(state.decide(command, NOW) instanceof Decision.Accepted<DrawdownEvent>(List<DrawdownEvent> events))) {
            return state;
        }
        Drawdowns after = state;
        for (DrawdownEvent event : events) {
            after = after.apply(event, NOW);
        }
        return after;
    }
}
