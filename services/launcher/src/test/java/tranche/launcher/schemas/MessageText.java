package tranche.launcher.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * Event types as messages of {@code asyncapi.yaml}: block style, and JSON (which YAML contains) for whatever fits on a
 * line. Without anchors, because parsers limit how often one may be used.
 */
final class MessageText {

    private static final int LINE = 128;
    private static final ObjectMapper JSON = new ObjectMapper();

    private MessageText() {}

    /** The messages by name, in ascending order. */
    static String of(SchemaSet events) {
        return events.records().values().stream().map(MessageText::message).collect(Collectors.joining());
    }

    /** Which trait of the document tells an event's key. */
    static String trait(Schema event) {
        if (event.getField("accountId") != null) {
            return "ofAccount";
        }
        if (event.getField("recipientId") != null) {
            return "ofRecipient";
        }
        if (event.getField("fundId") != null) {
            return "ofFund";
        }
        return event.getField("projectId") == null ? "ofItself" : "ofProject";
    }

    private static String message(Schema event) {
        return """
                    %s:
                      name: %s
                      summary: %s
                      traits:
                        - {$ref: '#/components/messageTraits/%s'}
                      payload:
                        schemaFormat: application/vnd.apache.avro+yaml;version=1.12.0
                        schema:
                %s
                """.formatted(
                        event.getName(),
                        event.getFullName(),
                        json(JSON.getNodeFactory().textNode(event.getDoc())),
                        trait(event),
                        String.join("\n", lines(tree(event), " ".repeat(10))));
    }

    private static List<String> lines(JsonNode node, String indent) {
        List<String> lines = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> {
                if (fits(item, indent)) {
                    lines.add(indent + "- " + json(item));
                } else {
                    List<String> block = lines(item, indent + "  ");
                    lines.add(indent + "- " + block.getFirst().strip());
                    lines.addAll(block.subList(1, block.size()));
                }
            });
        } else {
            node.properties().forEach(entry -> {
                if (entry.getValue().isValueNode() || fits(entry.getValue(), indent + entry.getKey())) {
                    lines.add(indent + entry.getKey() + ": " + json(entry.getValue()));
                } else {
                    lines.add(indent + entry.getKey() + ":");
                    lines.addAll(lines(entry.getValue(), indent + "  "));
                }
            });
        }
        return lines;
    }

    private static boolean fits(JsonNode node, String before) {
        return node.isValueNode() || before.length() + json(node).length() < LINE;
    }

    private static JsonNode tree(Schema event) {
        try {
            return JSON.readTree(event.toString());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One line; a blank after each colon, without which YAML would not see a key. */
    private static String json(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .map(entry -> entry.getKey() + ": " + json(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(json(item)));
            return items.stream().collect(Collectors.joining(", ", "[", "]"));
        }
        return node.toString();
    }
}
