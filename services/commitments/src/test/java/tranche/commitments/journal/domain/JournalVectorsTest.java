package tranche.commitments.journal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tranche.commitments.journal.domain.AccountHistory.Movement;
import tranche.testkit.vectors.Vectors;
import tranche.testkit.vectors.Vectors.Vector;
import tranche.values.money.Currency;
import tranche.values.money.Money;

class JournalVectorsTest {

    static List<Vector> chains() {
        return Vectors.of("chain");
    }

    static List<Vector> balances() {
        return Vectors.of("asof");
    }

    @ParameterizedTest
    @MethodSource("chains")
    void seals_entry_after_entry(Vector vector) {
        List<JournalEntry> entries = new ArrayList<>();
        vector.input().get("entries").forEach(node -> entries.add(entry(node)));
        assertThat(vector.input().get("genesis").textValue()).isEqualTo(EntryHash.GENESIS.hex());

        List<ChainedEntry> sealed =
                JournalChain.empty(entries.getFirst().fund()).sealAll(entries);

        assertThat(sealed).extracting(ChainedEntry::canonical).isEqualTo(texts(vector.expected(), "canonical"));
        assertThat(sealed).extracting(link -> link.hash().hex()).isEqualTo(texts(vector.expected(), "hashes"));
    }

    @ParameterizedTest
    @MethodSource("balances")
    void sums_what_was_true_by_a_day_and_known_by_an_instant(Vector vector) {
        List<Movement> movements = new ArrayList<>();
        vector.input()
                .get("postings")
                .forEach(node -> movements.add(new Movement(
                        LocalDate.parse(node.get("validDate").textValue()),
                        Instant.parse(node.get("recordedAt").textValue()),
                        Money.of("USD", node.get("amount").textValue()))));
        var history = new AccountHistory(new Currency("USD"), movements);

        List<String> balances = new ArrayList<>();
        for (JsonNode query : vector.input().get("queries")) {
            var asOf = new AsOf(
                    LocalDate.parse(query.get("valid").textValue()),
                    Instant.parse(query.get("recorded").textValue()));
            balances.add(history.balance(asOf).plain());
        }

        assertThat(balances).isEqualTo(texts(vector.expected(), "balances"));
    }

    private static List<String> texts(JsonNode node, String member) {
        List<String> texts = new ArrayList<>();
        node.get(member).forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private static JournalEntry entry(JsonNode node) {
        List<Posting> postings = new ArrayList<>();
        node.get("postings").forEach(line -> postings.add(posting(line)));
        return new JournalEntry(
                UUID.fromString(node.get("id").textValue()),
                node.get("seq").longValue(),
                UUID.fromString(node.get("fund").textValue()),
                LocalDate.parse(node.get("validDate").textValue()),
                Instant.parse(node.get("recordedAt").textValue()),
                UUID.fromString(node.get("event").textValue()),
                Optional.ofNullable(node.get("text")).map(JsonNode::textValue),
                Optional.empty(),
                postings);
    }

    private static Posting posting(JsonNode line) {
        Map<String, String> dims = new TreeMap<>();
        line.get("dims")
                .properties()
                .forEach(dim -> dims.put(dim.getKey(), dim.getValue().textValue()));
        return Posting.of(
                Account.of(line.get("account").textValue()),
                dims,
                Money.of(line.get("currency").textValue(), line.get("amount").textValue()));
    }
}
