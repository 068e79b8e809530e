package tranche.commitments.imports.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.commitment.domain.DatePrecision;
import tranche.commitments.commitment.domain.Drawn;
import tranche.commitments.commitment.domain.Opening;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.imports.domain.Entry;
import tranche.commitments.imports.domain.Entry.Held;
import tranche.commitments.imports.domain.Entry.OfCommitment;
import tranche.commitments.imports.domain.Entry.OfPosition;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.money.Currency;
import tranche.values.money.Money;
import tranche.values.register.ForeignIdentity;

/**
 * The rows that wait for a second person, each with the objects that it named when it was handed in: what is approved is
 * what was seen, whatever is renamed meanwhile.
 */
final class EntryJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EntryJson() {}

    static String write(List<Held> entries) {
        ArrayNode list = JSON.createArrayNode();
        for (Held entry : entries) {
            ObjectNode node = list.addObject()
                    .put("line", entry.line())
                    .put("programme", entry.programme().toString())
                    .put("fund", entry.fund().toString())
                    .put("investor", entry.investor().toString())
                    .put("amount", entry.amount().plain())
                    .put("currency", entry.amount().currency().code())
                    .put("sourceSystem", entry.foreign().sourceSystem())
                    .put("externalRef", entry.foreign().externalRef());
            switch (entry) {
                case OfCommitment commitment -> {
                    commitment.effectiveDate().ifPresent(date -> node.put("effectiveDate", date.toString()));
                    node.put("precision", commitment.precision().name());
                    commitment.closingDate().ifPresent(date -> node.put("closingDate", date.toString()));
                    node.put("source", commitment.source());
                }
                case OfPosition position -> {
                    Drawn drawn = position.opening().drawn();
                    node.put("called", drawn.called().plain())
                            .put("paid", drawn.paid().plain())
                            .put("restored", drawn.restored().plain())
                            .put("distributed", drawn.distributed().plain())
                            .put("asOf", position.opening().asOf().toString())
                            .put("source", position.opening().source());
                }
            }
        }
        return list.toString();
    }

    static List<Entry> read(String json) {
        List<Entry> entries = new ArrayList<>();
        ImportJson.read(json).forEach(node -> entries.add(node.has("asOf") ? position(node) : commitment(node)));
        return entries;
    }

    private static OfCommitment commitment(JsonNode node) {
        return new OfCommitment(
                node.get("line").intValue(),
                new ProgrammeId(id(node, "programme")),
                new FundId(id(node, "fund")),
                new InvestorId(id(node, "investor")),
                money(node, "amount"),
                date(node, "effectiveDate"),
                DatePrecision.valueOf(node.get("precision").textValue()),
                date(node, "closingDate"),
                node.get("source").textValue(),
                foreign(node));
    }

    private static OfPosition position(JsonNode node) {
        return new OfPosition(
                node.get("line").intValue(),
                new ProgrammeId(id(node, "programme")),
                new FundId(id(node, "fund")),
                new InvestorId(id(node, "investor")),
                money(node, "amount"),
                new Opening(
                        new Drawn(
                                money(node, "called"),
                                money(node, "paid"),
                                money(node, "restored"),
                                money(node, "distributed")),
                        date(node, "asOf").orElseThrow(),
                        node.get("source").textValue()),
                foreign(node));
    }

    private static UUID id(JsonNode node, String member) {
        return UUID.fromString(node.get(member).textValue());
    }

    private static Money money(JsonNode node, String member) {
        return new Money(
                new Currency(node.get("currency").textValue()),
                new BigDecimal(node.get(member).textValue()));
    }

    private static Optional<LocalDate> date(JsonNode node, String member) {
        return Optional.ofNullable(node.get(member)).map(JsonNode::textValue).map(LocalDate::parse);
    }

    private static ForeignIdentity foreign(JsonNode node) {
        return new ForeignIdentity(
                node.get("sourceSystem").textValue(), node.get("externalRef").textValue());
    }
}
