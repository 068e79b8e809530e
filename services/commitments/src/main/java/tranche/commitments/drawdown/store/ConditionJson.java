package tranche.commitments.drawdown.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import tranche.commitments.drawdown.domain.Condition;
import tranche.commitments.drawdown.domain.Condition.AnyOf;
import tranche.commitments.drawdown.domain.Condition.DateReached;
import tranche.commitments.drawdown.domain.Condition.DocumentPresent;
import tranche.commitments.drawdown.domain.Condition.MilestoneVerified;
import tranche.commitments.drawdown.domain.Condition.Single;
import tranche.commitments.drawdown.domain.Condition.TrancheReleased;
import tranche.commitments.drawdown.domain.ConditionStatus;
import tranche.commitments.drawdown.domain.ConditionVersion;
import tranche.commitments.drawdown.domain.Evaluation;
import tranche.commitments.drawdown.domain.Finding;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.milestone.domain.MilestoneId;

/** Conditions, and how they were found, as JSON columns. */
final class ConditionJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ConditionJson() {}

    static String conditions(List<Condition> conditions) {
        ArrayNode list = JSON.createArrayNode();
        conditions.forEach(condition -> list.add(JSON.valueToTree(condition.members())));
        return list.toString();
    }

    static List<Condition> conditions(String json) {
        return list(read(json), ConditionJson::condition);
    }

    private static Condition condition(JsonNode node) {
        return text(node, "type").equals("ANY")
                ? new AnyOf(node.get("required").intValue(), list(node.get("conditions"), ConditionJson::single))
                : single(node);
    }

    private static Single single(JsonNode node) {
        return switch (text(node, "type")) {
            case "MILESTONE_VERIFIED" -> new MilestoneVerified(new MilestoneId(id(node, "milestoneId")));
            case "DATE_REACHED" -> new DateReached(LocalDate.parse(text(node, "date")));
            case "TRANCHE_RELEASED" -> new TrancheReleased(new TrancheId(id(node, "trancheId")));
            case "DOCUMENT" -> new DocumentPresent(text(node, "kind"));
            default -> throw new IllegalStateException("no condition: " + node);
        };
    }

    /** The ids of what conditions wait to be told of. */
    static String awaits(ConditionVersion version) {
        return DrawdownJson.ids(version.singles().stream()
                .flatMap(single -> switch (single) {
                    case MilestoneVerified(var milestone) -> Stream.of(milestone.value());
                    case TrancheReleased(var tranche) -> Stream.of(tranche.value());
                    case DateReached _, DocumentPresent _ -> Stream.<UUID>empty();
                })
                .distinct()
                .toList());
    }

    /** What a tranche's {@code awaits} contains if it waits for the object. */
    static String awaiting(UUID object) {
        return DrawdownJson.ids(List.of(object));
    }

    static String evaluation(Evaluation evaluation) {
        ObjectNode node = JSON.createObjectNode()
                .put("version", evaluation.version())
                .put("day", evaluation.day().toString())
                .put("met", evaluation.isMet());
        ArrayNode findings = node.putArray("findings");
        evaluation.findings().forEach(finding -> {
            ObjectNode found = findings.addObject();
            found.set("condition", JSON.valueToTree(finding.condition().members()));
            found.put("status", finding.status().name());
            ArrayNode events = found.putArray("events");
            finding.events().forEach(event -> events.add(event.toString()));
            ArrayNode documents = found.putArray("documents");
            finding.documents().forEach(documents::add);
        });
        return node.toString();
    }

    static Evaluation evaluation(String json) {
        JsonNode node = read(json);
        return new Evaluation(
                node.get("version").intValue(),
                LocalDate.parse(text(node, "day")),
                list(
                        node.get("findings"),
                        found -> new Finding(
                                single(found.get("condition")),
                                ConditionStatus.valueOf(text(found, "status")),
                                list(found.get("events"), event -> UUID.fromString(event.asText())),
                                list(found.get("documents"), JsonNode::asText))),
                node.get("met").booleanValue());
    }

    private static <T> List<T> list(JsonNode node, Function<JsonNode, T> reading) {
        List<T> list = new ArrayList<>();
        for (Iterator<JsonNode> parts = node.elements(); parts.hasNext(); ) {
            list.add(reading.apply(parts.next()));
        }
        return list;
    }

    private static String text(JsonNode node, String member) {
        return node.get(member).asText();
    }

    private static UUID id(JsonNode node, String member) {
        return UUID.fromString(text(node, member));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a column that is no JSON", broken);
        }
    }
}
