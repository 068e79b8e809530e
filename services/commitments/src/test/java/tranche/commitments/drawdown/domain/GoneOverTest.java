package tranche.commitments.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.COMMITMENT_TRANSFERRED;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.INSUFFICIENT_UNCALLED;
import static tranche.commitments.drawdown.domain.Funds.ANA;
import static tranche.commitments.drawdown.domain.Funds.BEN;
import static tranche.commitments.drawdown.domain.Funds.CALL;
import static tranche.commitments.drawdown.domain.Funds.CARA;
import static tranche.commitments.drawdown.domain.Funds.NOW;
import static tranche.commitments.drawdown.domain.Funds.cents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.commitment.domain.CommitmentState;
import tranche.commitments.commitment.domain.Drawn;
import tranche.commitments.commitment.domain.Transfers;
import tranche.commitments.drawdown.domain.CallCommand.EditCall;
import tranche.commitments.drawdown.domain.CallCommand.ReverseCall;
import tranche.commitments.drawdown.domain.ReceiptCommand.ApplyHeld;
import tranche.commitments.drawdown.domain.ReceiptCommand.MatchReceipt;
import tranche.commitments.drawdown.domain.ReceiptCommand.ReturnReceipt;
import tranche.commitments.drawdown.domain.ReceiptCommand.UnmatchReceipt;
import tranche.commitments.fund.domain.CallBasis;
import tranche.values.decision.Decision;
import tranche.values.decision.Refusal;
import tranche.values.money.Money;

@DisplayName("§2.1: once something of a commitment went over to another investor")
class GoneOverTest {

    private static final Instant LATER = NOW.plusSeconds(60);
    private static final ReceiptId RECEIPT = new ReceiptId(Funds.id(9_001));
    private static final ReceiptId SECOND = new ReceiptId(Funds.id(9_002));

    private static Drawdowns after(Drawdowns state, DrawdownCommand command, Instant at) {
        Decision<DrawdownEvent> decision = state.decide(command, at);
        assertThat(decision).as(decision.toString()).isInstanceOf(Decision.Accepted.class);
        Drawdowns moved = state;
        for (DrawdownEvent event : ((Decision.Accepted<DrawdownEvent>) decision).events()) {
            moved = moved.apply(event, at);
        }
        return moved;
    }

    private static <E> Refusal refusal(Decision<E> decision) {
        assertThat(decision).as(decision.toString()).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<E>) decision).refusal();
    }

    private static Drawdowns approved() {
        Drawdowns drafted = after(Funds.fund(CallBasis.COMMITMENT, List.of(60_00, 40_00)), draft(), NOW);
        return after(drafted, Funds.approve(drafted), NOW);
    }

    private static CallCommand.DraftCall draft() {
        return Funds.draft(List.of(10_00));
    }

    /** A call of two lines, the first of them paid. */
    private static Drawdowns paid(Instant at) {
        Drawdowns issued = after(approved(), Funds.issue(), at);
        CallLine line = issued.linesOf(CALL).getFirst();
        return after(
                issued,
                Funds.entry(1, line.amount(), Optional.of(line.reference().text())),
                at);
    }

    private static Drawdowns withGone(Drawdowns state, Instant when, CommitmentState to) {
        CallLine line = state.linesOf(CALL).getFirst();
        Commitment one = state.commitments().get(line.commitment()).orElseThrow();
        return state.with(new Commitment(
                one.id(),
                one.programme(),
                one.fund(),
                one.investor(),
                to,
                one.amount(),
                one.dated(),
                one.precision(),
                to == CommitmentState.CLOSED ? one.drawn() : Drawn.nothing(Funds.USD),
                one.evidence(),
                one.opening(),
                one.closingDate(),
                one.closing(),
                one.reason(),
                one.foreign(),
                new Transfers(Optional.empty(), List.of(new CommitmentId(UUID.randomUUID())), Optional.of(when)),
                one.makers(),
                one.version()));
    }

    private static DrawdownCommand unmatch() {
        return unmatch(RECEIPT);
    }

    private static DrawdownCommand unmatch(ReceiptId receipt) {
        return new UnmatchReceipt(receipt, "wrong", ANA, OptionalLong.empty());
    }

    private static DrawdownCommand returned() {
        return returned(RECEIPT);
    }

    private static DrawdownCommand returned(ReceiptId receipt) {
        return new ReturnReceipt(receipt, "recalled", Optional.empty(), ANA, OptionalLong.empty());
    }

    private static Motion.Reversal reversal() {
        return new Motion.Reversal(CALL, "wrong");
    }

    private static DrawdownCommand reverse(Drawdowns state) {
        var content = reversal().on(state.calls().get(CALL).orElseThrow()).hash();
        return new ReverseCall(CALL, "wrong", content, CARA.asMaker(), BEN);
    }

    private static CallLine first(Drawdowns state) {
        return state.linesOf(CALL).getFirst();
    }

    private static Commitment firstCommitment(Drawdowns state) {
        return state.commitments().get(first(state).commitment()).orElseThrow();
    }

    @Test
    void what_was_settled_before_is_neither_unmatched_nor_taken_back() {
        for (CommitmentState to : List.of(CommitmentState.TRANSFERRED, CommitmentState.CLOSED)) {
            Drawdowns gone = withGone(paid(NOW), LATER, to);

            assertThat(refusal(gone.decide(unmatch(), LATER))).isEqualTo(COMMITMENT_TRANSFERRED);
            assertThat(refusal(gone.propose(
                            new Propose(reversal(), UUID.randomUUID(), CARA, OptionalLong.empty()), LATER)))
                    .isEqualTo(COMMITMENT_TRANSFERRED);
            assertThat(refusal(gone.decide(reverse(gone), LATER))).isEqualTo(COMMITMENT_TRANSFERRED);
        }
    }

    @Test
    @DisplayName("§2.3: what the bank takes back is owed by the line's investor, and no commitment moves")
    void what_the_bank_takes_back_is_owed_by_the_lines_investor() {
        for (CommitmentState to : List.of(CommitmentState.TRANSFERRED, CommitmentState.CLOSED)) {
            Drawdowns gone = withGone(paid(NOW), LATER, to);

            Drawdowns back = after(gone, returned(), LATER);

            assertThat(firstCommitment(back)).isEqualTo(firstCommitment(gone));
            assertThat(first(back).state()).isEqualTo(LineState.ISSUED);
            assertThat(first(back).open()).isEqualTo(first(back).amount());
            assertThat(first(back).afterTransfer()).isTrue();
            assertThat(back.receipts().get(RECEIPT).orElseThrow().state()).isEqualTo(ReceiptState.RETURNED);
            assertThat(refusal(back.decide(reverse(back), LATER))).isEqualTo(COMMITMENT_TRANSFERRED);
        }
    }

    @Test
    @DisplayName(
            "§2.3: what is owed after a transfer is paid, unmatched and returned like any line, beside its commitment")
    void what_is_owed_after_a_transfer_is_settled_beside_its_commitment() {
        Drawdowns back = after(withGone(paid(NOW), LATER, CommitmentState.CLOSED), returned(), LATER);
        Money whole = first(back).amount();

        Drawdowns paid = after(
                back, Funds.entry(2, whole, Optional.of(first(back).reference().text())), LATER);
        assertThat(first(paid).state()).isEqualTo(LineState.PAID);
        Drawdowns unmatched = after(paid, unmatch(SECOND), LATER);
        assertThat(first(unmatched).open()).isEqualTo(whole);
        Drawdowns held = after(
                unmatched,
                new MatchReceipt(SECOND, List.of(), Optional.of(first(back).investor()), ANA, OptionalLong.empty()),
                LATER);
        Drawdowns applied =
                after(held, new ApplyHeld(SECOND, first(back).id(), "agreed", ANA, OptionalLong.empty()), LATER);
        assertThat(first(applied).state()).isEqualTo(LineState.PAID);
        Drawdowns again = after(applied, returned(SECOND), LATER);
        assertThat(first(again).open()).isEqualTo(whole);

        for (Drawdowns one : List.of(paid, unmatched, held, applied, again)) {
            assertThat(firstCommitment(one)).isEqualTo(firstCommitment(back));
        }
    }

    @Test
    void what_was_issued_and_settled_since_is_taken_back_as_ever() {
        Drawdowns gone = withGone(paid(LATER), NOW, CommitmentState.CLOSED);

        after(gone, unmatch(), LATER);
        after(gone, returned(), LATER);
        after(gone, reverse(gone), LATER);
    }

    @Test
    void a_draft_that_still_calls_it_is_not_issued_but_shared_anew_by_an_edit() {
        Drawdowns gone = withGone(approved(), LATER, CommitmentState.TRANSFERRED);

        assertThat(refusal(gone.decide(Funds.issue(), LATER))).isEqualTo(INSUFFICIENT_UNCALLED);
        Drawdowns reopened =
                after(gone, new CallCommand.ReopenCall(CALL, "shared anew", CARA, OptionalLong.empty()), LATER);
        Drawdowns shared = after(
                reopened,
                new EditCall(CALL, Optional.empty(), Optional.empty(), Optional.empty(), ANA, OptionalLong.empty()),
                LATER);
        assertThat(shared.linesOf(CALL))
                .singleElement()
                .satisfies(line -> assertThat(line.amount()).isEqualTo(cents(10_00)));
        after(after(shared, Funds.approve(shared), LATER), Funds.issue(), LATER);
    }
}
