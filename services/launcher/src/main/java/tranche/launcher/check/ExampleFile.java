package tranche.launcher.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a file of worked examples, in one of two forms:
 *
 * <ul>
 *   <li>{@code {"vectors": [{"id", "title", "input", "expected", "tolerance"?}]}}; the kind is what stands before the
 *       first hyphen of the id;
 *   <li>a list of cases of dated flows {@code [{"name", "category", "dates", "amounts", "outcome", "expected",
 *       "tolerance"}]}, all of the kind {@code flows}.
 * </ul>
 *
 * <p>An example may start from another of the file: where its input names it as {@code previous}, the rule is given that
 * one's input instead of the name.
 */
final class ExampleFile {

    /** A file is read whole; the domain's own two have less than a hundredth of this. */
    private static final long MOST_BYTES = 64L << 20;

    private static final String FLOWS = "flows";
    private static final String PREVIOUS = "previous";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ExampleFile() {}

    /** The file is not one of worked examples; the message says why in one line. */
    static final class NotExamples extends Exception {
        private static final long serialVersionUID = 1;

        NotExamples(String message) {
            super(message);
        }
    }

    /**
     * Reads a file.
     *
     * @return at least one example, in the order of the file
     * @throws IOException if there is no such file, or it cannot be read
     */
    static List<WorkedExample> read(Path file) throws IOException, NotExamples {
        if (Files.size(file) > MOST_BYTES) {
            throw new NotExamples("larger than %d MiB".formatted(MOST_BYTES >> 20));
        }
        JsonNode root = parse(file);
        JsonNode list = root.isArray() ? root : root.path("vectors");
        if (!list.isArray() || list.isEmpty()) {
            throw new NotExamples("no worked examples in it: neither a list \"vectors\" nor a list of cases");
        }
        List<WorkedExample> examples = new ArrayList<>(list.size());
        for (JsonNode node : list) {
            examples.add(example(node, "example " + (examples.size() + 1)));
        }
        return joined(examples);
    }

    private static List<WorkedExample> joined(List<WorkedExample> examples) {
        Map<String, JsonNode> inputs = new HashMap<>();
        examples.forEach(example -> inputs.put(example.id(), example.input()));
        return examples.stream()
                .map(example -> Optional.ofNullable(
                                inputs.get(example.input().path(PREVIOUS).asText()))
                        .map(previous -> startingFrom(previous, example))
                        .orElse(example))
                .toList();
    }

    private static WorkedExample startingFrom(JsonNode previous, WorkedExample example) {
        ObjectNode input = example.input().deepCopy();
        return new WorkedExample(
                example.id(),
                example.kind(),
                example.title(),
                input.set(PREVIOUS, previous),
                example.expected(),
                example.tolerance());
    }

    private static JsonNode parse(Path file) throws IOException, NotExamples {
        try {
            return JSON.readTree(file.toFile());
        } catch (JsonProcessingException notJson) {
            throw new NotExamples("not JSON: " + notJson.getOriginalMessage()
                    + Optional.ofNullable(notJson.getLocation())
                            .map(place -> " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")")
                            .orElse(""));
        }
    }

    private static WorkedExample example(JsonNode node, String place) throws NotExamples {
        if (node.has("dates") && node.has("amounts") && !node.has("id")) {
            return new WorkedExample(
                    text(node, "name", place),
                    FLOWS,
                    node.path("category").asText(""),
                    node,
                    node.path("expected"),
                    tolerance(node, place));
        }
        String id = text(node, "id", place);
        if (!node.has("input") || !node.has("expected")) {
            throw new NotExamples(place + " (" + id + ") has no input or no expected");
        }
        return new WorkedExample(
                id,
                id.split("-", 2)[0],
                node.path("title").asText(""),
                node.get("input"),
                node.get("expected"),
                tolerance(node, place));
    }

    private static String text(JsonNode node, String member, String place) throws NotExamples {
        String text = node.path(member).textValue();
        if (text == null || text.isBlank()) {
            throw new NotExamples(place + " has no " + member);
        }
        return text;
    }

    private static Optional<BigDecimal> tolerance(JsonNode node, String place) throws NotExamples {
        if (!node.hasNonNull("tolerance")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(node.get("tolerance").asText()));
        } catch (NumberFormatException notANumber) {
            throw new NotExamples(place + " has a tolerance that is not a number");
        }
    }
}
