package tranche.commitments.commitment.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.commitment.domain.DatePrecision;
import tranche.commitments.commitment.domain.Drawn;
import tranche.commitments.commitment.domain.Evidence;
import tranche.commitments.commitment.domain.Opening;
import tranche.commitments.commitment.domain.Signatory;
import tranche.values.actor.Maker;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** The parts of a commitment that have parts of their own, as JSON columns. */
final class CommitmentJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CommitmentJson() {}

    static String write(Evidence evidence) {
        ObjectNode node = JSON.createObjectNode();
        evidence.signatory()
                .ifPresent(signatory -> node.putObject("signatory")
                        .put("id", signatory.id().toString())
                        .put("digest", signatory.digest())
                        .put("sealed", signatory.sealed().base64()));
        node.set("documents", array(evidence.documents()));
        evidence.source().ifPresent(source -> node.put("source", source));
        return node.toString();
    }

    static Evidence evidence(String json) {
        JsonNode node = read(json);
        return new Evidence(
                Optional.ofNullable(node.get("signatory"))
                        .map(signatory -> new Signatory(
                                UUID.fromString(signatory.get("id").asText()),
                                signatory.get("digest").asText(),
                                new Signatory.Sealed(signatory.get("sealed").asText()))),
                documents(node.get("documents")),
                Optional.ofNullable(node.get("source")).map(JsonNode::asText));
    }

    /** Documents alone. */
    static String documents(List<Evidence.Document> documents) {
        return array(documents).toString();
    }

    static List<Evidence.Document> documents(String json) {
        return documents(read(json));
    }

    private static ArrayNode array(List<Evidence.Document> documents) {
        ArrayNode list = JSON.createArrayNode();
        documents.forEach(
                document -> list.addObject().put("name", document.name()).put("sha256", document.sha256()));
        return list;
    }

    private static List<Evidence.Document> documents(JsonNode list) {
        List<Evidence.Document> documents = new ArrayList<>();
        list.forEach(document -> documents.add(new Evidence.Document(
                document.get("name").asText(), document.get("sha256").asText())));
        return documents;
    }

    static String write(Opening opening) {
        return JSON.createObjectNode()
                .put("called", plain(opening.drawn().called()))
                .put("paid", plain(opening.drawn().paid()))
                .put("restored", plain(opening.drawn().restored()))
                .put("distributed", plain(opening.drawn().distributed()))
                .put("asOf", opening.asOf().toString())
                .put("precision", opening.precision().name())
                .put("source", opening.source())
                .toString();
    }

    static Opening opening(String json, Currency currency) {
        JsonNode node = read(json);
        return new Opening(
                new Drawn(
                        money(node, "called", currency),
                        money(node, "paid", currency),
                        money(node, "restored", currency),
                        money(node, "distributed", currency)),
                LocalDate.parse(node.get("asOf").asText()),
                DatePrecision.valueOf(node.path("precision").asText(DatePrecision.DAY.name())),
                node.get("source").asText());
    }

    static String write(Set<Maker> makers) {
        ArrayNode list = JSON.createArrayNode();
        makers.stream()
                .map(maker -> maker.account() + "/" + maker.person())
                .sorted()
                .forEach(list::add);
        return list.toString();
    }

    static Set<Maker> makers(String json) {
        Set<Maker> makers = new HashSet<>();
        read(json).forEach(maker -> {
            String[] parts = maker.asText().split("/", -1);
            makers.add(new Maker(UUID.fromString(parts[0]), UUID.fromString(parts[1])));
        });
        return makers;
    }

    static String write(List<CommitmentId> ids) {
        ArrayNode list = JSON.createArrayNode();
        ids.forEach(id -> list.add(id.toString()));
        return list.toString();
    }

    static List<CommitmentId> ids(String json) {
        List<CommitmentId> ids = new ArrayList<>();
        read(json).forEach(id -> ids.add(new CommitmentId(UUID.fromString(id.asText()))));
        return ids;
    }

    private static String plain(Money money) {
        return money.value().toPlainString();
    }

    private static Money money(JsonNode node, String field, Currency currency) {
        return new Money(currency, new BigDecimal(node.get(field).asText()));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
