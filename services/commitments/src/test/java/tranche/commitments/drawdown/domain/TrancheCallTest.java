package tranche.commitments.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.domain.Funds.ANA;
import static tranche.commitments.drawdown.domain.Funds.CALL;
import static tranche.commitments.drawdown.domain.Funds.NOW;
import static tranche.commitments.drawdown.domain.Funds.id;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.drawdown.domain.CallCommand.CancelCall;
import tranche.commitments.drawdown.domain.CallCommand.DraftCall;
import tranche.commitments.fund.domain.CallBasis;
import tranche.values.actor.Actor;
import tranche.values.actor.Maker;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;

/** A call that a tranche's conditions draft. */
@DisplayName("D-40: the product drafts what a tranche releases, and persons do the rest")
class TrancheCallTest {

    private static final Actor VERA_WHO_VERIFIED = Funds.person(300, Role.APPROVER);

    private static Drawdowns drafted() {
        DraftCall byHand = Funds.draft(List.of(30_00));
        Release release = new Release(new TrancheId(id(77)), 1, List.of(id(78)), Set.of(new Maker(id(300), id(300))));
        DraftCall draft = new DraftCall(CALL, byHand.content(), Optional.of(release), Actor.SYSTEM);
        return after(Funds.fund(CallBasis.COMMITMENT, List.of(100_00, 50_00)), draft);
    }

    private static Drawdowns after(Drawdowns state, DrawdownCommand command) {
        Drawdowns after = state;
        for (DrawdownEvent event : ((Decision.Accepted<DrawdownEvent>) state.decide(command, NOW)).events()) {
            after = after.apply(event, NOW);
        }
        return after;
    }

    private static Optional<String> refusal(Decision<DrawdownEvent> decision) {
        return decision instanceof Decision.Refused<DrawdownEvent> refused
                ? Optional.of(refused.refusal().code())
                : Optional.empty();
    }

    @Test
    @DisplayName("D-2: who verified its milestone does not approve it, another approver does")
    void is_not_approved_by_its_verifier() {
        Drawdowns state = drafted();
        CapitalCall call = state.calls().get(CALL).orElseThrow();

        assertThat(call.makers()).containsExactly(Actor.SYSTEM.asMaker());
        assertThat(refusal(state.decide(
                        new CallCommand.ApproveCall(CALL, call.contentHash(), VERA_WHO_VERIFIED, OptionalLong.empty()),
                        NOW)))
                .contains("four-eyes");
        assertThat(refusal(state.decide(Funds.approve(state), NOW))).isEmpty();
    }

    @Test
    @DisplayName("D-7: the product neither approves nor issues it, and calls it off where a condition falls back")
    void is_called_off_by_the_product_and_no_more() {
        Drawdowns state = drafted();
        CapitalCall call = state.calls().get(CALL).orElseThrow();

        assertThat(refusal(state.decide(
                        new CallCommand.ApproveCall(CALL, call.contentHash(), Actor.SYSTEM, OptionalLong.empty()),
                        NOW)))
                .contains("four-eyes");
        Drawdowns approved = after(state, Funds.approve(state));
        assertThat(refusal(approved.decide(new CallCommand.IssueCall(CALL, Actor.SYSTEM, OptionalLong.empty()), NOW)))
                .contains("four-eyes");
        Drawdowns cancelled = after(approved, new CancelCall(CALL, "revoked", Actor.SYSTEM, OptionalLong.empty()));
        assertThat(cancelled.calls().get(CALL).orElseThrow().state()).isEqualTo(CallState.CANCELLED);
        assertThat(cancelled.calls().get(CALL).orElseThrow().approval()).isEmpty();
    }

    @Test
    @DisplayName("an edit by a person makes that person one of its makers, and the verifier stays one of its hands")
    void keeps_its_hands() {
        Drawdowns edited = after(
                drafted(),
                new CallCommand.EditCall(
                        CALL, Optional.empty(), Optional.empty(), Optional.of("Fab 2"), ANA, OptionalLong.empty()));

        assertThat(edited.calls().get(CALL).orElseThrow().hands())
                .containsExactlyInAnyOrder(Actor.SYSTEM.asMaker(), ANA.asMaker(), VERA_WHO_VERIFIED.asMaker());
        assertThat(refusal(edited.decide(Funds.approve(edited), NOW))).isEmpty();
    }
}
