package tranche.launcher.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The API document, as it lies on the class path of every service. */
record ApiDocument(JsonNode root) {

    static final String PATH = "/tranche/schemas/openapi/tranche.yaml";

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /**
     * An operation.
     *
     * @param template its path with the names of its parameters
     * @param pointer where it stands in the document
     */
    record Operation(String method, String template, JsonNode node, JsonNode path, String pointer) {

        Route route() {
            return Route.of(method, template);
        }

        /** Codes that only this operation is refused with. */
        List<String> problems() {
            return texts(node.path("x-problems"));
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    static ApiDocument load() {
        try (InputStream file = ApiDocument.class.getResourceAsStream(PATH)) {
            return new ApiDocument(new YAMLMapper().readTree(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member -> operations.add(new Operation(
                                member.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                member.getValue(),
                                path.getValue(),
                                "/paths/" + path.getKey().replace("~", "~0").replace("/", "~1") + "/"
                                        + member.getKey()))));
        return operations;
    }

    /** The operation that a request is of: a path without parameters goes before one with. */
    Operation operation(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.method().equals(method) && matches(operation.template(), path))
                .min(java.util.Comparator.comparing(
                        operation -> operation.template().contains("{")))
                .orElseThrow(() -> new AssertionError("no operation is " + method + " " + path));
    }

    private static boolean matches(String template, String path) {
        return path.matches(template.replace(".", "\\.").replaceAll("\\{[^}]*}", "[^/]+"));
    }

    /** The parameters of an operation and of its path. */
    List<JsonNode> parameters(Operation operation) {
        return Stream.concat(
                        operation.path().path("parameters").valueStream(),
                        operation.node().path("parameters").valueStream())
                .map(this::resolved)
                .toList();
    }

    /** A node, or what it refers to. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? at(node.get("$ref").asText()) : node;
    }

    /** What a reference means. */
    JsonNode at(String reference) {
        return root.at(reference.substring(1));
    }

    /** Every reference in the document. */
    Set<String> references() {
        Set<String> references = new TreeSet<>();
        collect(root, references);
        return references;
    }

    /** Every code that stands anywhere under {@code x-problems}. */
    Set<String> problems() {
        Set<String> codes = new TreeSet<>();
        root.findValues("x-problems").forEach(list -> codes.addAll(texts(list)));
        return codes;
    }

    static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    static List<String> names(JsonNode map) {
        return map.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static void collect(JsonNode node, Set<String> references) {
        if (node.path("$ref").isTextual()) {
            references.add(node.get("$ref").asText());
        }
        node.forEach(child -> collect(child, references));
    }
}
