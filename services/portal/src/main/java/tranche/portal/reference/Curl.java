package tranche.portal.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import tranche.portal.reference.domain.Operation;

/** Writes a request as it is sent from a shell, with the key in the variable {@code KEY}. */
final class Curl {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NEXT = " \\\n  ";

    private Curl() {}

    static String of(
            String origin,
            String method,
            String path,
            boolean open,
            List<Operation.Parameter> parameters,
            Node content) {
        StringBuilder line = new StringBuilder("curl");
        if (!method.equals("GET")) {
            line.append(" -X ").append(method);
        }
        line.append(" \"")
                .append(origin)
                .append(path.replace("{id}", "$ID"))
                .append(query(parameters))
                .append('"');
        if (!open) {
            line.append(NEXT).append("-H \"Authorization: Bearer $KEY\"");
        }
        if (parameters.stream().anyMatch(parameter -> parameter.name().equals("Idempotency-Key"))) {
            line.append(NEXT).append("-H \"Idempotency-Key: $(uuidgen)\"");
        }
        content.members().entrySet().stream().findFirst().ifPresent(media -> body(line, media));
        return line.toString();
    }

    private static String query(List<Operation.Parameter> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.in().equals("query") && parameter.required())
                .findFirst()
                .map(parameter -> "?" + parameter.name() + "=$"
                        + parameter.name().replaceAll("[a-z]", "").toUpperCase(java.util.Locale.ROOT))
                .orElse("");
    }

    private static void body(StringBuilder line, Map.Entry<String, Node> media) {
        Node example = media.getValue().raw("example");
        if (example.isThere()) {
            line.append(NEXT)
                    .append("-H \"Content-Type: ")
                    .append(media.getKey())
                    .append('"');
            line.append(NEXT)
                    .append("-d '")
                    .append(json(example).replace("'", "'\\''"))
                    .append('\'');
        }
    }

    private static String json(Node example) {
        if (example.value() instanceof String text) {
            return text;
        }
        try {
            return JSON.writeValueAsString(example.value());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an example of plain values is always writable", impossible);
        }
    }
}
