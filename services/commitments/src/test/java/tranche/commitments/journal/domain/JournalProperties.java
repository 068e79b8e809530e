package tranche.commitments.journal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import tranche.commitments.journal.domain.AccountHistory.Movement;
import tranche.values.money.Currency;
import tranche.values.money.Money;

class JournalProperties {

    private static final Currency USD = new Currency("USD");
    private static final UUID FUND = new UUID(0, 0xf);
    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

    @Provide
    Arbitrary<List<Long>> amounts() {
        return Arbitraries.longs()
                .between(1, 1_000_000_000_000L)
                .list()
                .ofMinSize(2)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<Movement> movements() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.longs().between(-1_000_000, 1_000_000))
                .as((valid, recorded, cents) ->
                        new Movement(DAY.plusDays(valid), NOW.plusSeconds(recorded), cents(cents)));
    }

    @Property
    void a_sealed_chain_is_whole(@ForAll("amounts") List<Long> amounts) {
        assertThat(JournalChain.empty(FUND).firstBreak(sealed(amounts))).isEmpty();
    }

    @Property
    void a_changed_amount_breaks_the_chain_where_it_stands(
            @ForAll("amounts") List<Long> amounts, @ForAll @IntRange(max = 7) int place) {
        List<ChainedEntry> stored = new ArrayList<>(sealed(amounts));
        int at = place % stored.size();
        ChainedEntry link = stored.get(at);
        stored.set(
                at,
                new ChainedEntry(entry(at + 1, amounts.get(at) + 1), link.canonical(), link.previous(), link.hash()));

        assertThat(JournalChain.empty(FUND).firstBreak(stored)).contains(stored.get(at));
    }

    @Property
    void a_missing_entry_breaks_the_chain_after_it(
            @ForAll("amounts") List<Long> amounts, @ForAll @IntRange(max = 7) int place) {
        List<ChainedEntry> stored = new ArrayList<>(sealed(amounts));
        int at = place % (stored.size() - 1);
        stored.remove(at);

        assertThat(JournalChain.empty(FUND).firstBreak(stored)).contains(stored.get(at));
    }

    @Property
    void the_balance_does_not_depend_on_the_order_of_the_postings(
            @ForAll @Size(max = 12) List<@From("movements") Movement> movements,
            @ForAll @IntRange(max = 20) int valid,
            @ForAll @IntRange(max = 20) int recorded) {
        var asOf = new AsOf(DAY.plusDays(valid), NOW.plusSeconds(recorded));
        List<Movement> reversed = new ArrayList<>(movements);
        Collections.reverse(reversed);

        assertThat(new AccountHistory(USD, reversed).balance(asOf))
                .isEqualTo(new AccountHistory(USD, movements).balance(asOf));
    }

    @Property
    void what_becomes_known_later_does_not_change_an_earlier_answer(
            @ForAll @Size(max = 12) List<@From("movements") Movement> movements,
            @ForAll @IntRange(max = 20) int valid,
            @ForAll @IntRange(max = 20) int recorded) {
        var asOf = new AsOf(DAY.plusDays(valid), NOW.plusSeconds(recorded));
        List<Movement> more = new ArrayList<>(movements);
        more.add(new Movement(DAY, asOf.recorded().plusNanos(1000), cents(77)));

        assertThat(new AccountHistory(USD, more).balance(asOf))
                .isEqualTo(new AccountHistory(USD, movements).balance(asOf));
    }

    private static List<ChainedEntry> sealed(List<Long> amounts) {
        List<JournalEntry> entries = new ArrayList<>();
        for (long amount : amounts) {
            entries.add(entry(entries.size() + 1, amount));
        }
        return JournalChain.empty(FUND).sealAll(entries);
    }

    private static JournalEntry entry(int sequence, long cents) {
        Money amount = cents(cents);
        return new JournalEntry(
                new UUID(1, sequence),
                sequence,
                FUND,
                DAY,
                NOW,
                new UUID(2, sequence),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        Posting.of(Account.UNCALLED, new UUID(0, 0xa), amount),
                        Posting.of(Account.COMMITTED, new UUID(0, 0xa), amount.negated())));
    }

    private static Money cents(long cents) {
        return Money.ofMinor(USD, BigInteger.valueOf(cents));
    }
}
