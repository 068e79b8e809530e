package tranche.commitments.journal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.values.money.Money;

class JournalEntryTest {

    private static final UUID FUND = new UUID(0, 0xf);
    private static final UUID INVESTOR = new UUID(0, 0xa);
    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

    @Test
    @DisplayName("I-2: refuses an entry that is a cent out of balance")
    void refuses_an_entry_that_is_a_cent_out_of_balance() {
        assertThatThrownBy(() -> entry(
                        Posting.of(Account.UNCALLED, INVESTOR, Money.of("USD", "100.00")),
                        Posting.of(Account.COMMITTED, INVESTOR, Money.of("USD", "-99.99"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("I-2");
    }

    @Test
    @DisplayName("I-2: the two ledgers do not make good for each other")
    void refuses_an_entry_that_balances_only_across_the_ledgers() {
        assertThatThrownBy(() -> entry(
                        Posting.of(Account.CAPITAL_CALLS_RECEIVABLE, INVESTOR, Money.of("USD", "30.00")),
                        Posting.of(Account.UNCALLED, INVESTOR, Money.of("USD", "-30.00"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("I-2: two currencies do not make good for each other")
    void refuses_an_entry_that_balances_only_across_currencies() {
        assertThatThrownBy(() -> entry(
                        Posting.of(Account.BANK, INVESTOR, Money.of("USD", "30.00")),
                        Posting.of(Account.UNMATCHED_RECEIPTS, INVESTOR, Money.of("EUR", "-30.00"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refuses_an_instant_that_the_database_would_shorten() {
        assertThatThrownBy(() -> new JournalEntry(
                        new UUID(0, 1),
                        1,
                        FUND,
                        DAY,
                        NOW.plusNanos(1),
                        new UUID(0, 0xe),
                        Optional.empty(),
                        Optional.empty(),
                        closed("1.00")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_same_words_in_two_normal_forms_have_the_same_canonical_text() {
        assertThat(withText("Pe\u0301re\u0301quation").canonical())
                .isEqualTo(withText("P\u00e9r\u00e9quation").canonical())
                .contains("P\u00e9r\u00e9quation");
    }

    @Test
    @DisplayName("I-8: an entry and its mirror leave nothing behind")
    void a_mirror_takes_every_line_back_and_names_the_original() {
        JournalEntry original =
                entry(closed("100.00").getFirst(), closed("100.00").getLast());

        JournalEntry mirror = original.mirror(new UUID(0, 2), 2, DAY, NOW, new UUID(0, 0xee));

        assertThat(mirror.reverses()).contains(original.id());
        assertThat(mirror.postings())
                .extracting(posting -> posting.amount().plain())
                .containsExactly("-100.00", "100.00");
        assertThat(mirror.canonical()).contains("\"reverses\":\"" + original.id() + "\"");
    }

    @Test
    void accounts_are_found_by_the_number_of_the_chart_and_nothing_else() {
        assertThat(Account.of("C20")).isEqualTo(Account.UNCALLED);
        assertThat(Account.UNCALLED.ledger()).isEqualTo(Ledger.COMMITMENT);
        assertThat(Account.of("1000").ledger()).isEqualTo(Ledger.CASH);
        assertThatThrownBy(() -> Account.of("c20")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Posting> closed(String amount) {
        Money committed = Money.of("USD", amount);
        return List.of(
                Posting.of(Account.UNCALLED, INVESTOR, committed),
                Posting.of(Account.COMMITTED, INVESTOR, committed.negated()));
    }

    private static JournalEntry entry(Posting... postings) {
        return new JournalEntry(
                new UUID(0, 1),
                1,
                FUND,
                DAY,
                NOW,
                new UUID(0, 0xe),
                Optional.empty(),
                Optional.empty(),
                List.of(postings));
    }

    private static JournalEntry withText(String text) {
        return new JournalEntry(
                new UUID(0, 1),
                1,
                FUND,
                DAY,
                NOW,
                new UUID(0, 0xe),
                Optional.of(text),
                Optional.empty(),
                closed("1.00"));
    }
}
