package tranche.commitments.commitment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.commitment.domain.Books.ANA;
import static tranche.commitments.commitment.domain.Books.ANA_AS_APPROVER;
import static tranche.commitments.commitment.domain.Books.AUDITOR;
import static tranche.commitments.commitment.domain.Books.BEN;
import static tranche.commitments.commitment.domain.Books.CARA;
import static tranche.commitments.commitment.domain.Books.DORA_WHO_DOES_BOTH;
import static tranche.commitments.commitment.domain.Books.NOW;
import static tranche.commitments.commitment.domain.Books.STRANGER;
import static tranche.commitments.commitment.domain.Books.TODAY;
import static tranche.commitments.commitment.domain.Books.aFundCappedAt;
import static tranche.commitments.commitment.domain.Books.closing;
import static tranche.commitments.commitment.domain.Books.commitment;
import static tranche.commitments.commitment.domain.Books.id;
import static tranche.commitments.commitment.domain.Books.usd;
import static tranche.commitments.commitment.domain.Books.withInvestors;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tranche.commitments.commitment.domain.ClosingCommand.TakeEffect;
import tranche.commitments.journal.domain.Account;
import tranche.commitments.journal.domain.JournalEntry;
import tranche.commitments.journal.domain.Posting;
import tranche.values.actor.Actor;
import tranche.values.decision.Decision;
import tranche.values.money.Money;

/** What holds for a fund's book whatever its people do, in whatever order. */
class CommitmentProperties {

    private static final Money CAP = usd("100.00");
    private static final int COMMITMENTS = 4;

    /** One attempt of one person, at one moment. */
    record Attempt(int what, int which, int cents, Actor by, int daysLater) {}

    @Property(tries = 400)
    void keeps_the_invariants_on_every_walk(@ForAll("walks") List<Attempt> walk) {
        var trail = new Trail();
        for (Attempt attempt : walk) {
            trail.take(attempt);
            trail.check();
        }
    }

    @Property(tries = 200)
    void decides_and_applies_purely(@ForAll("walks") List<Attempt> walk) {
        var trail = new Trail();
        for (Attempt attempt : walk) {
            FundBook before = trail.book;
            Optional<BookCommand> command = command(before, attempt);
            if (command.isPresent()) {
                Decision<BookEvent> first = before.decide(command.get(), trail.now);
                assertThat(before.decide(command.get(), trail.now)).isEqualTo(first);
            }
            trail.take(attempt);
            FundBook replayed = replay(trail.happened);
            assertThat(replayed.commitments()).isEqualTo(trail.book.commitments());
            assertThat(replayed.closings()).isEqualTo(trail.book.closings());
            assertThat(replayed.totals()).isEqualTo(trail.book.totals());
        }
    }

    @Provide
    Arbitrary<List<Attempt>> walks() {
        var people = Arbitraries.of(
                ANA, ANA, CARA, BEN, BEN, DORA_WHO_DOES_BOTH, ANA_AS_APPROVER, AUDITOR, STRANGER, Actor.SYSTEM);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(1, COMMITMENTS),
                        Arbitraries.integers().between(1, 6_000),
                        people,
                        Arbitraries.integers().between(0, 1))
                .as(Attempt::new)
                .list()
                .ofMaxSize(60);
    }

    private record Stamped(BookEvent event, Instant at) {}

    private static FundBook replay(List<Stamped> happened) {
        FundBook book = withInvestors(aFundCappedAt("100.00"));
        for (Stamped stamped : happened) {
            book = book.apply(stamped.event(), stamped.at());
        }
        return book;
    }

    /** The command that an attempt comes to; ids are taken by whoever makes the object first. */
    private static Optional<BookCommand> command(FundBook book, Attempt attempt) {
        CommitmentId id = commitment(attempt.which());
        ClosingId closing = closing(attempt.which());
        String amount = usd("0.01")
                .value()
                .multiply(BigDecimal.valueOf(attempt.cents()))
                .toPlainString();
        Actor by = attempt.by();
        boolean isNew = book.commitments().get(id).isEmpty();
        boolean closingIsNew = book.closings().get(closing).isEmpty();
        CommitmentId[] all = book.commitments().values().stream()
                .filter(found -> found.state() == CommitmentState.ACCEPTED)
                .map(Commitment::id)
                .toArray(CommitmentId[]::new);
        return switch (attempt.what()) {
            case 0 -> isNew ? Optional.of(Books.draft(id, amount, by)) : Optional.empty();
            case 1 ->
                isNew
                        ? Optional.of(Books.takeOn(id, amount, Books.drawn("0.01", "0.01", "0.01", "3.00"), by))
                        : Optional.empty();
            case 2 -> Optional.of(Books.edit(id, amount, by));
            case 3 -> Optional.of(Books.submit(id, by));
            case 4 -> Optional.of(Books.sendBack(id, by));
            case 5 -> Optional.of(Books.accept(id, by));
            case 6 -> Optional.of(Books.cancel(id, by));
            case 7 -> Optional.of(Books.approveTakeOn(id, by));
            case 8 ->
                closingIsNew
                        ? Optional.of(Books.plan(closing, TODAY.plusDays(attempt.cents() % 3), by, all))
                        : Optional.empty();
            case 9 -> closingIsNew ? Optional.empty() : Optional.of(Books.approve(book, closing, by));
            case 10 -> Optional.of(new TakeEffect(closing, by));
            default -> motion(book, attempt);
        };
    }

    /** Another amount, or another investor, for one of those that are closed. */
    private static Optional<BookCommand> motion(FundBook book, Attempt attempt) {
        List<Commitment> closed = book.commitments().values().stream()
                .filter(found -> found.state() == CommitmentState.CLOSED)
                .toList();
        CommitmentId fresh = commitment(100L * attempt.cents() + attempt.which());
        if (closed.isEmpty() || book.commitments().get(fresh).isPresent()) {
            return Optional.empty();
        }
        Commitment one = closed.get(attempt.which() % closed.size());
        Money amount = Money.ofMinor(Books.USD, BigInteger.valueOf(attempt.cents()));
        CommitmentMotion motion = attempt.what() == 11
                ? new CommitmentMotion.Amend(amount, Optional.empty(), "agreed", List.of(Motions.CONSENT))
                : new CommitmentMotion.Transfer(
                        fresh,
                        one.investor().equals(Books.BANK) ? Books.SOVEREIGN : Books.BANK,
                        attempt.cents() % 3 == 0 ? Optional.empty() : Optional.of(amount),
                        Optional.empty(),
                        Optional.empty(),
                        List.of());
        return Optional.of(Motions.confirm(book, one.id(), motion, attempt.by()));
    }

    /** A book on its way, with a ledger that is kept from its postings alone. */
    private static final class Trail {

        private FundBook book = withInvestors(aFundCappedAt("100.00"));
        private Instant now = NOW;
        private Money takenOn = usd("0");
        private long entries;
        private final List<Stamped> happened = new ArrayList<>();
        private final Map<Account, Money> ledger = new HashMap<>();

        void take(Attempt attempt) {
            now = now.plus(Duration.ofDays(attempt.daysLater()));
            Optional<BookCommand> command = command(book, attempt);
            if (command.isEmpty()
                    || !(book.decide(command.get(), now) instanceof Decision.Accepted<BookEvent>(var events))) {
                return;
            }
            for (BookEvent event : events) {
                refuseSelfApproval(event, attempt.by());
                FundBook before = book;
                book = book.apply(event, now);
                happened.add(new Stamped(event, now));
                if (event instanceof CommitmentEvent happened) {
                    refuseGoingBack(before, happened);
                    post(happened);
                }
            }
        }

        /** D-1: a maker is never the checker, by person. */
        private void refuseSelfApproval(BookEvent event, Actor by) {
            switch (event) {
                case CommitmentEvent.Accepted accepted ->
                    assertThat(Books.theCommitment(book, accepted.id()).makers())
                            .noneMatch(maker -> maker.person().equals(by.person()));
                case CommitmentEvent.TakenOn taken ->
                    assertThat(Books.theCommitment(book, taken.id()).makers())
                            .noneMatch(maker -> maker.person().equals(by.person()));
                case ClosingEvent.Approved approved ->
                    assertThat(book.closings()
                                    .get(approved.id())
                                    .orElseThrow()
                                    .maker()
                                    .person())
                            .isNotEqualTo(by.person());
                default -> {}
            }
        }

        private void refuseGoingBack(FundBook before, CommitmentEvent event) {
            Commitment after = Books.theCommitment(book, event.id());
            before.commitments().get(event.id()).ifPresent(last -> {
                assertThat(after.version().number()).isEqualTo(last.version().number() + 1);
                assertThat(after.version().effectiveDate())
                        .isAfterOrEqualTo(last.version().effectiveDate());
            });
        }

        /** I-2 is checked by the entry itself. */
        private void post(CommitmentEvent event) {
            Commitment after = Books.theCommitment(book, event.id());
            List<Posting> postings = CommitmentPostings.of(event, after);
            if (event instanceof CommitmentEvent.TakenOn) {
                takenOn = takenOn.plus(after.amount());
            }
            if (!postings.isEmpty()) {
                entries++;
                var entry = new JournalEntry(
                        id(9_000 + entries),
                        entries,
                        Books.FUND.value(),
                        event.effectiveDate(),
                        now,
                        id(8_000 + entries),
                        Optional.empty(),
                        Optional.empty(),
                        postings);
                entry.postings().forEach(line -> ledger.merge(line.account(), line.amount(), Money::plus));
            }
        }

        void check() {
            List<Commitment> all = book.commitments().values();
            List<Commitment> closed = in(all, CommitmentState.CLOSED);
            Money committed = sum(closed.stream().map(Commitment::amount).toList());
            Money accepted = sum(in(all, CommitmentState.ACCEPTED).stream()
                    .map(Commitment::amount)
                    .toList());
            assertThat(book.total()).isEqualTo(new Totals(accepted, committed, false));
            assertThat(book.total().towardsCap().minus(takenOn)).isLessThanOrEqualTo(CAP);
            assertThat(balance(Account.COMMITTED)).isEqualTo(committed.negated());
            assertThat(balance(Account.UNCALLED))
                    .isEqualTo(sum(closed.stream().map(Commitment::uncalled).toList()));
            assertThat(balance(Account.UNCALLED)
                            .plus(balance(Account.CALLED_UNPAID))
                            .plus(balance(Account.PAID)))
                    .isEqualTo(committed);
            assertThat(all).allMatch(one -> !one.uncalled().isNegative());
        }

        private Money balance(Account account) {
            return ledger.getOrDefault(account, usd("0"));
        }

        private static List<Commitment> in(List<Commitment> all, CommitmentState state) {
            return all.stream().filter(one -> one.state() == state).toList();
        }

        private static Money sum(List<Money> amounts) {
            return amounts.stream().reduce(usd("0"), Money::plus);
        }
    }
}
