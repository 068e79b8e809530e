package tranche.launcher.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import tranche.commitments.journal.domain.Account;
import tranche.commitments.journal.domain.AccountHistory;
import tranche.commitments.journal.domain.AccountHistory.Movement;
import tranche.commitments.journal.domain.AsOf;
import tranche.commitments.journal.domain.ChainedEntry;
import tranche.commitments.journal.domain.EntryHash;
import tranche.commitments.journal.domain.JournalChain;
import tranche.commitments.journal.domain.JournalEntry;
import tranche.commitments.journal.domain.Posting;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** The journal's chain and its balances at two times (domain §7.3). */
final class JournalRules {

    /** An amount as the journal writes it: always four decimals, whatever the currency. */
    private static final Pattern STORED_AMOUNT = Pattern.compile("-?[0-9]{1,34}\\.[0-9]{4}");

    /** What an example of balances is in that names no currency. */
    private static final Currency UNNAMED = new Currency("EUR");

    private JournalRules() {}

    /** {@code chain}: the canonical text and the hash of each entry, the first of which follows {@code genesis}. */
    static Map<String, Object> chain(ExampleInput input) {
        List<JournalEntry> entries =
                input.list("entries").stream().map(JournalRules::entry).toList();
        if (entries.isEmpty()) {
            throw new ExampleInput.Unreadable("there is no entry");
        }
        JournalEntry first = entries.getFirst();
        var before = new JournalChain(first.fund(), first.sequence() - 1, new EntryHash(input.text("genesis")));
        List<ChainedEntry> sealed = before.sealAll(entries);
        return Map.of(
                "canonical", sealed.stream().map(ChainedEntry::canonical).toList(),
                "hashes", sealed.stream().map(link -> link.hash().hex()).toList());
    }

    private static JournalEntry entry(ExampleInput entry) {
        return new JournalEntry(
                entry.uuid("id"),
                entry.whole("seq"),
                entry.uuid("fund"),
                entry.date("validDate"),
                entry.instant("recordedAt"),
                entry.uuid("event"),
                entry.optionalText("text"),
                entry.has("reverses") ? Optional.of(entry.uuid("reverses")) : Optional.<UUID>empty(),
                entry.list("postings").stream().map(JournalRules::posting).toList());
    }

    private static Posting posting(ExampleInput line) {
        String amount = line.text("amount");
        if (!STORED_AMOUNT.matcher(amount).matches()) {
            throw new ExampleInput.Unreadable(line.path() + "/amount has not exactly four decimals: " + amount);
        }
        Map<String, String> dims = new TreeMap<>();
        line.members("dims").forEach((name, value) -> dims.put(name, value.asText()));
        return Posting.of(
                Account.of(line.text("account")), dims, Money.of(line.currency().code(), amount));
    }

    /** {@code asof}: for each query the balance on its valid day, as known at its recorded instant. */
    static Map<String, Object> balances(ExampleInput input) {
        Currency currency = input.has("currency") ? input.currency() : UNNAMED;
        var history = new AccountHistory(
                currency,
                input.list("postings").stream()
                        .map(line -> new Movement(
                                line.date("validDate"), line.instant("recordedAt"), line.money("amount", currency)))
                        .toList());
        return Map.of(
                "balances",
                input.list("queries").stream()
                        .map(query -> history.balance(new AsOf(query.date("valid"), query.instant("recorded")))
                                .plain())
                        .toList());
    }
}
