package tranche.commitments.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.domain.Funds.ANA;
import static tranche.commitments.drawdown.domain.Funds.BEN;
import static tranche.commitments.drawdown.domain.Funds.CALL;
import static tranche.commitments.drawdown.domain.Funds.NOW;
import static tranche.commitments.drawdown.domain.Funds.TODAY;
import static tranche.commitments.drawdown.domain.Funds.cents;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.drawdown.domain.ReceiptCommand.ApplyHeld;
import tranche.commitments.drawdown.domain.ReceiptCommand.ConfirmRefund;
import tranche.commitments.drawdown.domain.ReceiptCommand.MatchReceipt;
import tranche.commitments.drawdown.domain.ReceiptCommand.RecordReceipt;
import tranche.commitments.drawdown.domain.ReceiptCommand.RefundReceipt;
import tranche.commitments.drawdown.domain.ReceiptCommand.ReturnReceipt;
import tranche.commitments.drawdown.domain.ReceiptCommand.UnmatchReceipt;
import tranche.commitments.drawdown.domain.ReceiptCommand.Wanted;
import tranche.commitments.fund.domain.CallBasis;
import tranche.commitments.investor.domain.InvestorId;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.decision.Decision;
import tranche.values.decision.Refusal;
import tranche.values.money.Money;

/** Guards of the table of receipts that no other example shows on both sides of its edge, each found by its row. */
class ReceiptGuardsTest {

    private static final OptionalLong ANY = OptionalLong.empty();
    private static final ContentHash ACCOUNT = ContentHash.of("the payer's account");
    private static final ReceiptId RECEIPT =
            Funds.entry(1, cents(1), Optional.empty()).id();

    private static Refusal refusal(Drawdowns state, DrawdownCommand command) {
        return refusal(state.decide(command, NOW));
    }

    private static Refusal refusal(Decision<?> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<?>) decision).refusal();
    }

    private static Drawdowns after(Drawdowns state, DrawdownCommand command) {
        Decision<DrawdownEvent> decision = state.decide(command, NOW);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        Drawdowns after = state;
        for (DrawdownEvent event : ((Decision.Accepted<DrawdownEvent>) decision).events()) {
            after = after.apply(event, NOW);
        }
        return after;
    }

    /** Two investors owe 20.00 and 10.00. */
    private static Drawdowns issued() {
        Drawdowns drafted =
                after(Funds.fund(CallBasis.COMMITMENT, List.of(100_00, 50_00)), Funds.draft(List.of(30_00)));
        return after(after(drafted, Funds.approve(drafted)), Funds.issue());
    }

    private static RecordReceipt entry(Money amount, Optional<ContentHash> debtor) {
        RecordReceipt plain = Funds.entry(1, amount, Optional.empty());
        BankEntry entry = plain.entry();
        return new RecordReceipt(
                plain.id(),
                new BankEntry(entry.account(), entry.reference(), entry.valueDate(), amount, debtor),
                plain.payer(),
                plain.by());
    }

    private static Drawdowns came(Money amount) {
        return after(issued(), entry(amount, Optional.of(ACCOUNT)));
    }

    private static CallLine line(Drawdowns state, int place) {
        return state.linesOf(CALL).get(place);
    }

    private static Receipt receipt(Drawdowns state) {
        return state.receipts().get(RECEIPT).orElseThrow();
    }

    private static MatchReceipt match(Optional<InvestorId> excess, Wanted... wanted) {
        return new MatchReceipt(RECEIPT, List.of(wanted), excess, ANA, ANY);
    }

    private static Drawdowns held(Money amount) {
        Drawdowns state = came(amount);
        return after(state, match(Optional.of(line(state, 0).investor())));
    }

    @Test
    @DisplayName("§2.3 record: in the fund's currency, above zero, of whole cents, on a day that has come")
    void an_entry_is_money_that_is_there() {
        assertThat(refusal(issued(), entry(cents(0), Optional.empty()))).isEqualTo(DrawdownRefusal.AMOUNT_NOT_POSITIVE);
        assertThat(refusal(issued(), entry(Money.of("USD", "0.001"), Optional.empty())))
                .isEqualTo(DrawdownRefusal.AMOUNT_NOT_WHOLE);
        assertThat(refusal(issued(), entry(Money.of("EUR", "1.00"), Optional.empty())))
                .isEqualTo(DrawdownRefusal.CURRENCY_NOT_THE_FUNDS);
        assertThat(receipt(came(cents(1))).state()).isEqualTo(ReceiptState.UNMATCHED);
    }

    @Test
    @DisplayName("§2.3 match: the same currency, to the cent the receipt's amount, and no line above what is open")
    void what_is_matched_fits_both() {
        Drawdowns state = came(cents(12_00));
        CallLine first = line(state, 0);
        CallLine second = line(state, 1);
        assertThat(refusal(state, match(Optional.empty(), new Wanted(first.id(), Money.of("EUR", "12.00")))))
                .isEqualTo(DrawdownRefusal.CURRENCY_NOT_THE_FUNDS);
        assertThat(refusal(state, match(Optional.empty(), new Wanted(first.id(), cents(11_99)))))
                .isEqualTo(DrawdownRefusal.EXCESS_WITHOUT_INVESTOR);
        assertThat(refusal(state, match(Optional.empty(), new Wanted(first.id(), cents(12_01)))))
                .isEqualTo(
                        first.open().compareTo(cents(12_01)) < 0
                                ? DrawdownRefusal.EXCEEDS_OPEN_AMOUNT
                                : DrawdownRefusal.EXCEEDS_RECEIPT);
        CallLine least = first.open().compareTo(second.open()) < 0 ? first : second;
        assertThat(refusal(
                        state,
                        match(
                                Optional.empty(),
                                new Wanted(least.id(), least.open().plus(cents(1))))))
                .isEqualTo(DrawdownRefusal.EXCEEDS_OPEN_AMOUNT);
        Drawdowns matched = after(
                state,
                match(
                        Optional.empty(),
                        new Wanted(least.id(), least.open()),
                        new Wanted(
                                (least == first ? second : first).id(),
                                cents(12_00).minus(least.open()))));
        assertThat(receipt(matched).state()).isEqualTo(ReceiptState.MATCHED);
    }

    @Test
    @DisplayName("§2.3 match with excess: the rest is one investor's of the fund")
    void the_rest_is_of_an_investor_of_the_fund() {
        Drawdowns state = came(cents(12_00));
        assertThat(refusal(state, match(Optional.of(new InvestorId(Funds.id(77))))))
                .isEqualTo(DrawdownRefusal.UNKNOWN_REFERENCE);
        assertThat(receipt(held(cents(12_00))).settlement().heldInAll()).isEqualTo(cents(12_00));
    }

    @Test
    @DisplayName("§2.3 applyToNextCall: to an open line of the investor for whom it is held, who agreed")
    void what_is_held_is_applied_to_its_investors_line() {
        Drawdowns state = held(cents(3_00));
        CallLine own = line(state, 0);
        assertThat(refusal(state, new ApplyHeld(RECEIPT, line(state, 1).id(), "by letter", ANA, ANY)))
                .isEqualTo(DrawdownRefusal.NOTHING_HELD);
        assertThat(refusal(state, new ApplyHeld(RECEIPT, own.id(), " ", ANA, ANY)))
                .isEqualTo(DrawdownRefusal.REASON_MISSING);
        assertThat(refusal(state, new ApplyHeld(RECEIPT, new CallLineId(Funds.id(78)), "by letter", ANA, ANY)))
                .isEqualTo(DrawdownRefusal.UNKNOWN_REFERENCE);
        assertThat(receipt(after(state, new ApplyHeld(RECEIPT, own.id(), "by letter", ANA, ANY)))
                        .state())
                .isEqualTo(ReceiptState.MATCHED);
    }

    private static RefundReceipt refund(Drawdowns state, String reason, Actor by) {
        ContentHash shown =
                new Motion.Refund(RECEIPT, "not ours").on(receipt(state)).hash();
        return new RefundReceipt(RECEIPT, reason, shown, ANA.asMaker(), by);
    }

    @Test
    @DisplayName("§2.3 refund: two persons, with a reason, and what the second one saw (D-1, D-6)")
    void goes_back_by_two_persons() {
        for (Drawdowns state : List.of(came(cents(3_00)), held(cents(3_00)))) {
            Actor anaToo = new Actor(Funds.id(999), ANA.person(), BEN.access());
            var propose = new Propose(new Motion.Refund(RECEIPT, ""), Funds.id(800), ANA, ANY);
            assertThat(refusal(state.propose(propose, NOW))).isEqualTo(DrawdownRefusal.REASON_MISSING);
            assertThat(refusal(state, refund(state, "not ours", anaToo))).isEqualTo(DrawdownRefusal.FOUR_EYES);
            assertThat(refusal(state, refund(state, "another", BEN))).isEqualTo(DrawdownRefusal.CONTENT_CHANGED);
            assertThat(receipt(after(state, refund(state, "not ours", BEN))).state())
                    .isEqualTo(ReceiptState.REFUND_PENDING);
        }
    }

    @Test
    @DisplayName("§2.3 refund: to the account of origin, neither proposed nor confirmed where the bank named none")
    void goes_back_to_where_it_came_from() {
        Drawdowns nameless = after(issued(), entry(cents(3_00), Optional.empty()));
        var propose = new Propose(new Motion.Refund(RECEIPT, "not ours"), Funds.id(800), ANA, ANY);
        assertThat(refusal(nameless.propose(propose, NOW))).isEqualTo(DrawdownRefusal.ORIGIN_UNKNOWN);
        assertThat(refusal(nameless, refund(nameless, "not ours", BEN))).isEqualTo(DrawdownRefusal.ORIGIN_UNKNOWN);

        Decision<?> proposed = came(cents(3_00)).propose(propose, NOW);
        assertThat(proposed).isInstanceOf(Decision.Accepted.class);
        assertThat(proposed.toString()).contains(ACCOUNT.hex());
    }

    @Test
    @DisplayName("§2.3 confirm, bankReversal: not before what happened to it last, not after today")
    void what_the_bank_did_has_a_day_between() {
        Drawdowns pending = after(came(cents(3_00)), refund(came(cents(3_00)), "not ours", BEN));
        assertThat(refusal(pending, new ConfirmRefund(RECEIPT, Optional.of(TODAY.minusDays(1)), ANA, ANY)))
                .isEqualTo(DrawdownRefusal.EFFECTIVE_DATE_BEFORE_LAST);
        assertThat(refusal(pending, new ConfirmRefund(RECEIPT, Optional.of(TODAY.plusDays(1)), ANA, ANY)))
                .isEqualTo(DrawdownRefusal.EFFECTIVE_DATE_AHEAD);
        assertThat(receipt(after(pending, new ConfirmRefund(RECEIPT, Optional.of(TODAY), ANA, ANY)))
                        .state())
                .isEqualTo(ReceiptState.REFUNDED);
        assertThat(refusal(
                        came(cents(3_00)),
                        new ReturnReceipt(RECEIPT, "recalled", Optional.of(TODAY.minusDays(1)), ANA, ANY)))
                .isEqualTo(DrawdownRefusal.EFFECTIVE_DATE_BEFORE_LAST);
    }

    @Test
    @DisplayName("§2.3 unmatch, bankReversal: with a reason")
    void a_step_back_has_a_reason() {
        Drawdowns state = came(cents(3_00));
        Drawdowns matched =
                after(state, match(Optional.empty(), new Wanted(line(state, 0).id(), cents(3_00))));
        assertThat(refusal(matched, new UnmatchReceipt(RECEIPT, "", ANA, ANY)))
                .isEqualTo(DrawdownRefusal.REASON_MISSING);
        assertThat(refusal(matched, new ReturnReceipt(RECEIPT, "", Optional.empty(), ANA, ANY)))
                .isEqualTo(DrawdownRefusal.REASON_MISSING);
        assertThat(receipt(after(matched, new UnmatchReceipt(RECEIPT, "another fund", ANA, ANY)))
                        .state())
                .isEqualTo(ReceiptState.UNMATCHED);
    }
}
