package tranche.commitments.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.domain.Funds.ANA;
import static tranche.commitments.drawdown.domain.Funds.BEN;
import static tranche.commitments.drawdown.domain.Funds.CALL;
import static tranche.commitments.drawdown.domain.Funds.CARA;
import static tranche.commitments.drawdown.domain.Funds.NOW;
import static tranche.commitments.drawdown.domain.Funds.USD;
import static tranche.commitments.drawdown.domain.Funds.cents;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.commitment.domain.CommitmentState;
import tranche.commitments.commitment.domain.Drawn;
import tranche.commitments.commitment.domain.Transfers;
import tranche.commitments.drawdown.domain.CallCommand.ReverseCall;
import tranche.commitments.drawdown.domain.ReceiptCommand.MatchReceipt;
import tranche.commitments.drawdown.domain.ReceiptCommand.ReturnReceipt;
import tranche.commitments.drawdown.domain.ReceiptCommand.UnmatchReceipt;
import tranche.commitments.drawdown.domain.ReceiptCommand.Wanted;
import tranche.commitments.fund.domain.CallBasis;
import tranche.commitments.journal.domain.Account;
import tranche.commitments.journal.domain.Ledger;
import tranche.commitments.journal.domain.Posting;
import tranche.values.decision.Decision;
import tranche.values.money.Money;

/** What holds of every fund, however it is called and paid. */
class DrawdownProperties {

    /** A fund on its way: what happened, and what it came to in the books. */
    private static final class Books {

        private final Map<Account, Money> balances = new EnumMap<>(Account.class);
        private Drawdowns state;

        Books(Drawdowns state) {
            this.state = state;
        }

        /** @return whether the command was carried out */
        boolean does(DrawdownCommand command) {
            if (!(state.decide(command, NOW) instanceof Decision.Accepted<DrawdownEvent> accepted)) {
                return false;
            }
            for (DrawdownEvent event : accepted.events()) {
                state = state.apply(event, NOW);
                Map<Ledger, Money> sums = new HashMap<>();
                for (Posting posting : DrawdownPostings.of(event, state)) {
                    assertThat(posting.amount().isZero()).isFalse();
                    balances.merge(posting.account(), posting.amount(), Money::plus);
                    sums.merge(posting.account().ledger(), posting.amount(), Money::plus);
                }
                assertThat(sums.values()).as("I-2: " + event).allMatch(Money::isZero);
            }
            holds();
            return true;
        }

        private Money balance(Account account) {
            return balances.getOrDefault(account, Money.zero(USD));
        }

        private Money sum(Function<Commitment, Money> part) {
            return state.commitments().values().stream().map(part).reduce(Money.zero(USD), Money::plus);
        }

        private CallLine line(CallLineId id) {
            return state.lines().get(id).orElseThrow();
        }

        /** What is paid in full goes over whole to another investor, with all that has happened to it. */
        void goesOver(CallLine line, int step) {
            Commitment giver = state.commitments().get(line.commitment()).orElseThrow();
            if (giver.state() != CommitmentState.CLOSED
                    || !giver.drawn().calledUnpaid().isZero()) {
                return;
            }
            var taker = new CommitmentId(Funds.id(7_000L + step));
            var given = new Transfers(giver.transfers().from(), List.of(taker), Optional.of(NOW));
            state = state.with(with(giver, giver.id(), CommitmentState.TRANSFERRED, Drawn.nothing(USD), given))
                    .with(with(
                            giver,
                            taker,
                            CommitmentState.CLOSED,
                            giver.drawn(),
                            new Transfers(Optional.of(giver.id()), List.of(), Optional.empty())));
            holds();
        }

        private static Commitment with(
                Commitment one, CommitmentId id, CommitmentState state, Drawn drawn, Transfers transfers) {
            return new Commitment(
                    id,
                    one.programme(),
                    one.fund(),
                    one.investor(),
                    state,
                    one.amount(),
                    one.dated(),
                    one.precision(),
                    drawn,
                    one.evidence(),
                    one.opening(),
                    one.closingDate(),
                    one.closing(),
                    one.reason(),
                    one.foreign(),
                    transfers,
                    one.makers(),
                    one.version());
        }

        /** Of all that can be asked of the state at any time. */
        private void holds() {
            assertThat(balance(Account.UNCALLED))
                    .isEqualTo(sum(one -> one.drawn().called()).negated());
            assertThat(balance(Account.CALLED_UNPAID))
                    .isEqualTo(sum(one -> one.drawn().calledUnpaid()));
            assertThat(balance(Account.PAID)).isEqualTo(sum(one -> one.drawn().paid()));
            assertThat(state.commitments().values()).as("I-5").allSatisfy(one -> {
                assertThat(one.uncalled().isNegative()).isFalse();
                assertThat(one.drawn().calledUnpaid().isNegative()).isFalse();
                assertThat(one.drawn().paid().isNegative()).isFalse();
            });
            var gone = new GoneOver(state);
            Money matched = state.receipts().values().stream()
                    .flatMap(receipt -> receipt.matches().stream())
                    .filter(match -> !gone.holds(line(match.line())))
                    .map(Match::amount)
                    .reduce(Money.zero(USD), Money::plus);
            Money before = state.lines().values().stream()
                    .filter(gone::holds)
                    .map(CallLine::amount)
                    .reduce(Money.zero(USD), Money::plus);
            assertThat(sum(one -> one.drawn().paid()))
                    .as("paid is matched, or was before it went over")
                    .isEqualTo(matched.plus(before));
            assertThat(balance(Account.CAPITAL_CALLS_RECEIVABLE))
                    .as("receivable is what is open")
                    .isEqualTo(
                            state.lines().values().stream().map(CallLine::open).reduce(Money.zero(USD), Money::plus));
            state.calls().values().stream()
                    .filter(call -> call.state().isIssued())
                    .forEach(call -> {
                        Money came = state.linesOf(call.id()).stream()
                                .map(CallLine::matched)
                                .reduce(Money.zero(USD), Money::plus);
                        assertThat(call.progress().matched()).isEqualTo(came);
                        assertThat(call.state() == CallState.PAID).isEqualTo(came.equals(call.total()));
                    });
        }
    }

    @Provide
    Arbitrary<List<Integer>> commitments() {
        return Arbitraries.integers().between(1, 100_000).list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Integer>> components() {
        return Arbitraries.integers().between(1, 60_000).list().ofMinSize(1).ofMaxSize(3);
    }

    @Property
    @Label("I-1: lines add up to the call, components to their amounts, and no line is above what is uncalled")
    void lines_add_up_within_what_is_uncalled(
            @ForAll CallBasis basis,
            @ForAll("commitments") List<Integer> amounts,
            @ForAll("components") List<Integer> parts) {
        Books books = new Books(Funds.fund(basis, amounts));
        int asked = parts.stream().mapToInt(part -> part).sum();
        int room = amounts.stream().mapToInt(amount -> amount).sum();

        boolean drafted = books.does(Funds.draft(parts));

        assertThat(drafted).as("refused only for want of room").isEqualTo(asked <= room);
        List<CallLine> lines = books.state.linesOf(CALL);
        if (drafted) {
            assertThat(lines.stream().map(CallLine::amount).reduce(Money.zero(USD), Money::plus))
                    .isEqualTo(cents(asked));
            assertThat(lines)
                    .allSatisfy(line -> assertThat(line.amount())
                            .isLessThanOrEqualTo(books.state
                                    .commitments()
                                    .get(line.commitment())
                                    .orElseThrow()
                                    .uncalled()));
        }
    }

    @Property
    @Label("I-2, I-4, I-5, I-8: whatever comes in, is matched, unmatched, returned and taken back, the books agree")
    void books_agree_whatever_happens(
            @ForAll("commitments") List<Integer> amounts,
            @ForAll("components") List<Integer> parts,
            @ForAll @IntRange(max = 12) int steps,
            @ForAll Random chance) {
        Books books = new Books(Funds.fund(CallBasis.COMMITMENT, amounts));
        if (!books.does(Funds.draft(parts))) {
            return;
        }
        books.does(Funds.approve(books.state));
        assertThat(books.does(Funds.issue())).isTrue();
        for (int step = 0; step < steps; step++) {
            step(books, step, chance);
        }
        takesBack(books);

        assertThat(books.balance(Account.CAPITAL_CALLS_RECEIVABLE).isZero()).isTrue();
        assertThat(books.balance(Account.CONTRIBUTED_CAPITAL).isZero()).isTrue();
        assertThat(books.state.commitments().values())
                .as("I-8: as if it had never been called")
                .allSatisfy(one -> assertThat(one.uncalled()).isEqualTo(one.amount()));
    }

    @Property
    @Label(
            "I-2, I-4, I-5: whatever the bank takes back after commitments went over, none of them moves, and the books agree")
    void books_agree_whatever_comes_back_after_a_transfer(
            @ForAll("commitments") List<Integer> amounts,
            @ForAll("components") List<Integer> parts,
            @ForAll @IntRange(max = 20) int steps,
            @ForAll Random chance) {
        Books books = new Books(Funds.fund(CallBasis.COMMITMENT, amounts));
        if (!books.does(Funds.draft(parts))) {
            return;
        }
        books.does(Funds.approve(books.state));
        assertThat(books.does(Funds.issue())).isTrue();
        for (int step = 0; step < steps; step++) {
            List<CallLine> lines = books.state.linesOf(CALL);
            if (chance.nextInt(3) == 0) {
                books.goesOver(lines.get(chance.nextInt(lines.size())), step);
            } else {
                step(books, step, chance);
            }
        }

        Map<CommitmentId, Money> paid = paidOfTaken(books.state);
        for (Receipt receipt : books.state.receipts().values()) {
            if (ReceiptStep.RETURN.isAllowedIn(receipt.state())) {
                assertThat(books.does(new ReturnReceipt(
                                receipt.id(), "recalled", Optional.empty(), ANA, OptionalLong.empty())))
                        .as("the bank is never refused")
                        .isTrue();
            }
        }

        assertThat(paidOfTaken(books.state)).isEqualTo(paid);
        assertThat(books.balance(Account.BANK).isZero()).isTrue();
        assertThat(books.balance(Account.CAPITAL_CALLS_RECEIVABLE))
                .isEqualTo(books.state.calls().get(CALL).orElseThrow().total());
    }

    /** What is paid of the commitments that came of others. */
    private static Map<CommitmentId, Money> paidOfTaken(Drawdowns state) {
        return state.commitments().values().stream()
                .filter(one -> one.transfers().from().isPresent())
                .collect(Collectors.toMap(Commitment::id, one -> one.drawn().paid()));
    }

    private static void step(Books books, int step, Random chance) {
        List<CallLine> lines = books.state.linesOf(CALL);
        CallLine line = lines.get(chance.nextInt(lines.size()));
        List<Receipt> receipts = books.state.receipts().values();
        switch (receipts.isEmpty() ? 0 : chance.nextInt(5)) {
            case 0 ->
                books.does(Funds.entry(
                        step, line.amount(), Optional.of(line.reference().text())));
            case 1 -> books.does(Funds.entry(step, cents(1 + chance.nextInt(50_000)), Optional.empty()));
            case 2 -> {
                Receipt receipt = receipts.get(chance.nextInt(receipts.size()));
                Money amount = receipt.amount().compareTo(line.open()) < 0 ? receipt.amount() : line.open();
                books.does(new MatchReceipt(
                        receipt.id(),
                        List.of(new Wanted(line.id(), amount)),
                        Optional.of(line.investor()),
                        ANA,
                        OptionalLong.empty()));
            }
            case 3 ->
                books.does(new UnmatchReceipt(
                        receipts.get(chance.nextInt(receipts.size())).id(), "wrong", ANA, OptionalLong.empty()));
            default ->
                books.does(new ReturnReceipt(
                        receipts.get(chance.nextInt(receipts.size())).id(),
                        "recalled",
                        Optional.empty(),
                        ANA,
                        OptionalLong.empty()));
        }
    }

    private static void takesBack(Books books) {
        CapitalCall call = books.state.calls().get(CALL).orElseThrow();
        var content = new Motion.Reversal(CALL, "wrong").on(call).hash();
        assertThat(books.does(new ReverseCall(CALL, "wrong", content, CARA.asMaker(), BEN)))
                .isTrue();
    }

    @Property
    @Label("D-5: the same cause drafts once")
    void drafts_once(@ForAll("commitments") List<Integer> amounts) {
        Books books = new Books(Funds.fund(CallBasis.COMMITMENT, amounts));
        assertThat(books.does(Funds.draft(List.of(1)))).isTrue();
        Drawdowns once = books.state;

        assertThat(books.does(Funds.draft(List.of(1)))).isTrue();

        assertThat(books.state).isEqualTo(once);
        assertThat(once.linesOf(CALL)).hasSize(1);
    }
}
