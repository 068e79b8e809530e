package tranche.commitments.commitment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.commitment.domain.Books.BANK;
import static tranche.commitments.commitment.domain.Books.BEN;
import static tranche.commitments.commitment.domain.Books.NOW;
import static tranche.commitments.commitment.domain.Books.SOVEREIGN;
import static tranche.commitments.commitment.domain.Books.TODAY;
import static tranche.commitments.commitment.domain.Books.USD;
import static tranche.commitments.commitment.domain.Books.commitment;
import static tranche.commitments.commitment.domain.Books.id;
import static tranche.commitments.commitment.domain.Books.usd;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tranche.commitments.commitment.domain.CommitmentMotion.Amend;
import tranche.commitments.commitment.domain.CommitmentMotion.Transfer;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.journal.domain.Account;
import tranche.commitments.journal.domain.Ledger;
import tranche.commitments.journal.domain.Posting;
import tranche.values.decision.Decision;
import tranche.values.money.Money;

/** What holds of closed commitments, however they are called, paid, amended and given on. */
class TransferProperties {

    private static final List<Account> OF_COMMITMENTS = List.of(
            Account.CONTRIBUTED_CAPITAL, Account.COMMITTED, Account.UNCALLED, Account.CALLED_UNPAID, Account.PAID);

    private static Money cents(long cents) {
        return Money.ofMinor(USD, BigInteger.valueOf(cents));
    }

    @Property
    @Label("§5.2: a division loses no cent, and what holds of the whole holds of both parts")
    void a_division_loses_nothing(
            @ForAll @IntRange(min = 1, max = 100_000) int amount,
            @ForAll @IntRange(max = 99_999) int paying,
            @ForAll @IntRange(max = 99_999) int restoring,
            @ForAll @IntRange(max = 200_000) int distributed,
            @ForAll @IntRange(max = 99_999) int elsewhere,
            @ForAll @IntRange(max = 99_999) int going) {
        int restored = restoring % amount;
        int called = restored + paying % (amount + 1);
        var whole = new Drawn(cents(called), cents(called), cents(restored), cents(distributed));
        int early = elsewhere % (called + 1);
        var before = new Drawn(cents(early), cents(early), cents(Math.min(early, restored)), cents(distributed));
        FundBook book = Motions.aTakenOn(
                Books.aFund(), commitment(1), cents(amount).value().toPlainString(), before);
        Commitment commitment = Books.theCommitment(Motions.drawn(book, commitment(1), whole), commitment(1));

        Division division = Division.of(commitment, commitment(2), cents(1 + going % amount))
                .orElseThrow();

        Portion stays = division.stays();
        Portion goes = division.goes();
        for (Function<Portion, Money> part : List.<Function<Portion, Money>>of(
                Portion::amount,
                portion -> portion.drawn().called(),
                portion -> portion.drawn().paid(),
                portion -> portion.drawn().restored(),
                portion -> portion.drawn().distributed(),
                Portion::uncalled,
                Portion::contributedHere)) {
            assertThat(part.apply(stays).isNegative() || part.apply(goes).isNegative())
                    .isFalse();
        }
        assertThat(stays.amount().plus(goes.amount())).isEqualTo(commitment.amount());
        assertThat(sum(stays, goes, Portion::drawn)).isEqualTo(commitment.drawn());
        assertThat(sum(stays, goes, Portion::drawnBefore)).isEqualTo(commitment.drawnBefore());
        assertThat(List.of(stays, goes)).allSatisfy(portion -> {
            assertThat(portion.drawn().calledUnpaid().isNegative()).isFalse();
            assertThat(portion.drawn().paidNetOfRestored().isNegative()).isFalse();
        });
    }

    private static Drawn sum(Portion one, Portion other, Function<Portion, Drawn> part) {
        Drawn a = part.apply(one);
        Drawn b = part.apply(other);
        return new Drawn(
                a.called().plus(b.called()),
                a.paid().plus(b.paid()),
                a.restored().plus(b.restored()),
                a.distributed().plus(b.distributed()));
    }

    @Property(tries = 300)
    @Label(
            "I-2, I-4, I-5: whatever is closed, called, paid, amended and transferred, the books agree for each investor")
    void books_agree_whatever_happens(
            @ForAll @IntRange(min = 1, max = 20_000) int first,
            @ForAll @IntRange(min = 100, max = 20_000) int second,
            @ForAll @IntRange(max = 30) int steps,
            @ForAll Random chance) {
        var walk = new Walk(chance);
        walk.begin(cents(first), cents(second));
        for (int step = 0; step < steps; step++) {
            walk.step(step);
            walk.holds();
        }
    }

    /** A book on its way, with a ledger that is kept from its postings alone. */
    private static final class Walk {

        private record Place(Account account, InvestorId investor) {}

        private final Random chance;
        private final Map<Place, Money> ledger = new HashMap<>();
        private FundBook book = Books.withInvestors(Books.aFund());

        Walk(Random chance) {
            this.chance = chance;
        }

        void begin(Money first, Money second) {
            Drawn elsewhere = Books.drawn("1.00", "1.00", "0.30", "0.70");
            does(Books.draft(commitment(1), first.value().toPlainString(), Books.ANA));
            does(Books.submit(commitment(1), Books.ANA));
            does(Books.accept(commitment(1), BEN));
            does(Books.takeOn(commitment(2), second.value().toPlainString(), elsewhere, Books.ANA));
            does(Books.approveTakeOn(commitment(2), BEN));
            does(Books.plan(Books.closing(1), TODAY, Books.ANA, commitment(1)));
            does(Books.approve(book, Books.closing(1), BEN));
            holds();
        }

        private void does(BookCommand command) {
            if (!(book.decide(command, NOW) instanceof Decision.Accepted<BookEvent>(var events))) {
                return;
            }
            for (BookEvent event : events) {
                book = book.apply(event, NOW);
                if (event instanceof CommitmentEvent happened) {
                    post(CommitmentPostings.of(happened, Books.theCommitment(book, happened.id())));
                }
            }
        }

        private void post(List<Posting> postings) {
            Map<Ledger, Money> sums = new HashMap<>();
            for (Posting posting : postings) {
                assertThat(posting.amount().isZero()).isFalse();
                sums.merge(posting.account().ledger(), posting.amount(), Money::plus);
                var investor = new InvestorId(UUID.fromString(posting.dims().get(Posting.INVESTOR)));
                ledger.merge(new Place(posting.account(), investor), posting.amount(), Money::plus);
            }
            assertThat(sums.values()).as("I-2").allMatch(Money::isZero);
        }

        void step(int step) {
            List<Commitment> closed = closed();
            Commitment one = closed.get(chance.nextInt(closed.size()));
            switch (chance.nextInt(4)) {
                case 0 -> call(one, cents(1 + chance.nextInt(8_000)));
                case 1 -> pay(one);
                case 2 ->
                    confirm(
                            one,
                            new Amend(
                                    cents(1 + chance.nextInt(20_000)),
                                    Optional.empty(),
                                    "as agreed",
                                    List.of(Motions.CONSENT)));
                default -> {
                    Optional<Money> part =
                            chance.nextInt(4) == 0 ? Optional.empty() : Optional.of(cents(1 + chance.nextInt(10_000)));
                    InvestorId to = one.investor().equals(BANK) ? SOVEREIGN : BANK;
                    confirm(
                            one,
                            new Transfer(
                                    new CommitmentId(id(50_000 + step)),
                                    to,
                                    part,
                                    Optional.empty(),
                                    Optional.empty(),
                                    List.of()));
                }
            }
        }

        private void confirm(Commitment one, CommitmentMotion motion) {
            does(Motions.confirm(book, one.id(), motion, BEN));
        }

        private void call(Commitment one, Money wanted) {
            Money amount = wanted.compareTo(one.uncalled()) < 0 ? wanted : one.uncalled();
            Drawn drawn = one.drawn();
            if (amount.isPositive()) {
                draw(one, new Drawn(drawn.called().plus(amount), drawn.paid(), drawn.restored(), drawn.distributed()));
                move(one, Account.UNCALLED, Account.CALLED_UNPAID, amount);
                ledger.merge(new Place(Account.CONTRIBUTED_CAPITAL, one.investor()), amount.negated(), Money::plus);
            }
        }

        private void pay(Commitment one) {
            Money amount = one.drawn().calledUnpaid();
            Drawn drawn = one.drawn();
            if (amount.isPositive()) {
                draw(one, new Drawn(drawn.called(), drawn.paid().plus(amount), drawn.restored(), drawn.distributed()));
                move(one, Account.CALLED_UNPAID, Account.PAID, amount);
            }
        }

        private void draw(Commitment one, Drawn drawn) {
            book = book.with(one.drawn(drawn, TODAY, NOW));
        }

        private void move(Commitment one, Account from, Account to, Money amount) {
            ledger.merge(new Place(from, one.investor()), amount.negated(), Money::plus);
            ledger.merge(new Place(to, one.investor()), amount, Money::plus);
        }

        private List<Commitment> closed() {
            return book.commitments().values().stream()
                    .filter(one -> one.state() == CommitmentState.CLOSED)
                    .toList();
        }

        void holds() {
            assertThat(book.total().committed()).isEqualTo(sum(closed(), Commitment::amount));
            assertThat(book.commitments().values()).as("I-5").allSatisfy(one -> {
                assertThat(one.uncalled().isNegative()).isFalse();
                assertThat(one.drawn().hasNegative()).isFalse();
                assertThat(one.drawn().calledUnpaid().isNegative()).isFalse();
                assertThat(one.drawn().paidNetOfRestored().isNegative()).isFalse();
            });
            for (InvestorId investor : List.of(SOVEREIGN, BANK)) {
                List<Commitment> own = closed().stream()
                        .filter(one -> one.investor().equals(investor))
                        .toList();
                for (Account account : OF_COMMITMENTS) {
                    assertThat(ledger.getOrDefault(new Place(account, investor), usd("0.00")))
                            .as("I-4: %s of %s", account, investor)
                            .isEqualTo(sum(own, one -> standing(one, account)));
                }
            }
        }

        private static Money standing(Commitment one, Account account) {
            return switch (account) {
                case CONTRIBUTED_CAPITAL ->
                    one.drawnBefore().called().minus(one.drawn().called());
                case COMMITTED -> one.amount().negated();
                case UNCALLED -> one.uncalled();
                case CALLED_UNPAID -> one.drawn().calledUnpaid();
                case PAID -> one.drawn().paidNetOfRestored();
                default -> throw new IllegalArgumentException(account.name());
            };
        }

        private static Money sum(List<Commitment> commitments, Function<Commitment, Money> part) {
            return commitments.stream().map(part).reduce(usd("0.00"), Money::plus);
        }
    }
}
