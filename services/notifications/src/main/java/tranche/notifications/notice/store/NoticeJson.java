package tranche.notifications.notice.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tranche.notifications.notice.domain.Figure;
import tranche.values.money.Money;

/** The figures of a notice as a JSON column. */
public final class NoticeJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private NoticeJson() {}

    /** The column that holds figures. */
    public static String figures(Map<String, Figure> figures) {
        ObjectNode object = JSON.createObjectNode();
        figures.forEach((name, figure) -> put(object.putObject(name), figure));
        return object.toString();
    }

    private static void put(ObjectNode node, Figure figure) {
        switch (figure) {
            case Figure.Amount(Money money) ->
                node.put("amount", money.value().toPlainString())
                        .put("currency", money.currency().code());
            case Figure.Share(Money part, Money whole) ->
                node.put("part", part.value().toPlainString())
                        .put("whole", whole.value().toPlainString())
                        .put("currency", whole.currency().code());
            case Figure.Day(LocalDate date) -> node.put("day", date.toString());
            case Figure.Count(int number) -> node.put("count", number);
            case Figure.Words(String text) -> node.put("words", text);
            case Figure.Named(UUID id) -> node.put("named", id.toString());
            case Figure.Party(UUID investor) -> node.put("party", investor.toString());
            case Figure.AllNamed(List<UUID> ids) -> {
                ArrayNode named = node.putArray("allNamed");
                ids.forEach(id -> named.add(id.toString()));
            }
            case Figure.Codes(List<String> codes) -> codes.forEach(node.putArray("codes")::add);
            case Figure.Repeated(List<Map<String, Figure>> each) -> {
                ArrayNode repeated = node.putArray("repeated");
                each.forEach(gaps -> {
                    ObjectNode one = repeated.addObject();
                    gaps.forEach((name, gap) -> put(one.putObject(name), gap));
                });
            }
        }
    }

    /**
     * The figures that the column holds, as their reader may have them.
     *
     * @param seen investors that take part, and whose names he may see
     */
    public static Map<String, Figure> figures(String json, Set<UUID> seen) {
        return figures(read(json), seen);
    }

    private static Map<String, Figure> figures(JsonNode object, Set<UUID> seen) {
        Map<String, Figure> figures = new HashMap<>();
        object.properties().forEach(field -> figures.put(field.getKey(), figure(field.getValue(), seen)));
        return figures;
    }

    private static Figure figure(JsonNode node, Set<UUID> seen) {
        Map.Entry<String, JsonNode> first = node.properties().iterator().next();
        String value = first.getValue().asText();
        return switch (first.getKey()) {
            case "part" -> {
                String currency = node.get("currency").asText();
                yield new Figure.Share(
                        Money.of(currency, value),
                        Money.of(currency, node.get("whole").asText()));
            }
            case "party" -> {
                UUID investor = UUID.fromString(value);
                yield seen.contains(investor) ? new Figure.Named(investor) : new Figure.Party(investor);
            }
            case "amount" -> new Figure.Amount(Money.of(node.get("currency").asText(), value));
            case "day" -> new Figure.Day(LocalDate.parse(value));
            case "count" -> new Figure.Count(first.getValue().intValue());
            case "words" -> new Figure.Words(value);
            case "named" -> new Figure.Named(UUID.fromString(value));
            case "allNamed" ->
                new Figure.AllNamed(
                        texts(first.getValue()).map(UUID::fromString).toList());
            case "codes" -> new Figure.Codes(texts(first.getValue()).toList());
            case "repeated" ->
                new Figure.Repeated(first.getValue()
                        .valueStream()
                        .map(gaps -> figures(gaps, seen))
                        .toList());
            default -> throw new IllegalStateException("a figure of another kind: " + node);
        };
    }

    private static Stream<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
