package tranche.commitments.imports.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.imports.domain.RowError;
import tranche.commitments.imports.domain.Skipped;
import tranche.values.actor.Access;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** The parts of an import that are lists, as JSON columns. */
final class ImportJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ImportJson() {}

    static String skipped(List<Skipped> skipped) {
        ArrayNode list = JSON.createArrayNode();
        skipped.forEach(row -> list.addObject()
                .put("line", row.line())
                .put("reason", row.reason().name()));
        return list.toString();
    }

    static List<Skipped> skipped(String json) {
        List<Skipped> skipped = new ArrayList<>();
        read(json)
                .forEach(row -> skipped.add(new Skipped(
                        row.get("line").intValue(),
                        Skipped.Reason.valueOf(row.get("reason").textValue()))));
        return skipped;
    }

    static String errors(List<RowError> errors) {
        ArrayNode list = JSON.createArrayNode();
        errors.forEach(error -> {
            ObjectNode node = list.addObject().put("line", error.line());
            error.column().ifPresent(column -> node.put("column", column));
            node.put("code", error.code());
            node.set("facts", JSON.valueToTree(texts(error.facts())));
        });
        return list.toString();
    }

    /** A fact is there to be put into a sentence: its text is all that is needed. */
    private static Map<String, String> texts(Map<String, Object> facts) {
        Map<String, String> texts = new HashMap<>();
        facts.forEach((name, value) -> texts.put(name, value.toString()));
        return texts;
    }

    static List<RowError> errors(String json) {
        List<RowError> errors = new ArrayList<>();
        read(json).forEach(node -> {
            Map<String, Object> facts = new HashMap<>();
            node.get("facts")
                    .properties()
                    .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
            errors.add(new RowError(
                    node.get("line").intValue(),
                    Optional.ofNullable(node.get("column")).map(JsonNode::textValue),
                    node.get("code").textValue(),
                    facts));
        });
        return errors;
    }

    static String grants(Access access) {
        ArrayNode list = JSON.createArrayNode();
        access.grants().forEach(grant -> {
            ObjectNode node = list.addObject().put("role", grant.role().code());
            grant.scope().programme().ifPresent(id -> node.put("programme", id.toString()));
            grant.scope().fund().ifPresent(id -> node.put("fund", id.toString()));
            grant.scope().investor().ifPresent(id -> node.put("investor", id.toString()));
            grant.scope().project().ifPresent(id -> node.put("project", id.toString()));
        });
        return list.toString();
    }

    static Access access(String json) {
        List<Grant> grants = new ArrayList<>();
        read(json)
                .forEach(node -> grants.add(new Grant(
                        Role.of(node.get("role").textValue()),
                        new Scope(
                                id(node, "programme"), id(node, "fund"), id(node, "investor"), id(node, "project")))));
        return new Access(grants);
    }

    private static Optional<UUID> id(JsonNode node, String member) {
        return Optional.ofNullable(node.get(member)).map(JsonNode::textValue).map(UUID::fromString);
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a column of an import is no JSON", damaged);
        }
    }
}
