package tranche.launcher.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tranche.testkit.vectors.Vectors;

@DisplayName("The domain's own worked examples")
class WorkedExamplesTest {

    /** A kind is crossed off here when its rule is built: the list can only become shorter. */
    private static final List<String> NOT_BUILT = List.of(
            "clawback",
            "default",
            "eq",
            "fee",
            "fx",
            "iban",
            "line",
            "mult",
            "out",
            "post",
            "rf",
            "roll",
            "scale",
            "wf",
            "xirr");

    private static final List<WorkedExample> ALL = read();

    @TestFactory
    Stream<DynamicTest> pass_wherever_the_rule_is_built() {
        return built().map(example -> dynamicTest(
                example.id() + ": " + example.title(),
                () -> assertThat(Examiner.examine(example)).isEqualTo(new Outcome.Passed())));
    }

    @TestFactory
    Stream<DynamicTest> fail_when_any_single_value_that_they_expect_is_altered() {
        return built().map(example -> dynamicTest(example.id() + ": " + example.title(), () -> {
            List<JsonNode> altered = alterations(example.expected());
            assertThat(altered).isNotEmpty();
            assertThat(altered)
                    .allSatisfy(expected -> assertThat(Examiner.examine(expecting(example, expected)))
                            .isInstanceOf(Outcome.Differs.class));
        }));
    }

    @Test
    void are_unknown_only_where_no_rule_is_built_yet() {
        assertThat(all().filter(example -> Rules.of(example.kind()).isEmpty()).map(WorkedExample::kind))
                .allSatisfy(kind -> assertThat(NOT_BUILT).contains(kind));
    }

    private static Stream<WorkedExample> built() {
        return all().filter(example -> Rules.of(example.kind()).isPresent());
    }

    private static Stream<WorkedExample> all() {
        return ALL.stream();
    }

    /** Read as the command reads them, and to be met exactly. */
    private static List<WorkedExample> read() {
        try (InputStream own = WorkedExamplesTest.class.getResourceAsStream(Vectors.RESOURCE)) {
            Path copy = Files.createTempFile("examples", ".json");
            Files.copy(Objects.requireNonNull(own), copy, StandardCopyOption.REPLACE_EXISTING);
            List<WorkedExample> examples = ExampleFile.read(copy);
            Files.delete(copy);
            return examples.stream()
                    .map(example -> new WorkedExample(
                            example.id(),
                            example.kind(),
                            example.title(),
                            example.input(),
                            example.expected(),
                            Optional.empty()))
                    .toList();
        } catch (IOException | ExampleFile.NotExamples unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static WorkedExample expecting(WorkedExample example, JsonNode expected) {
        return new WorkedExample(
                example.id(), example.kind(), example.title(), example.input(), expected, example.tolerance());
    }

    /** The same JSON as often as it has values, each time with one of them altered, and once with one more. */
    private static List<JsonNode> alterations(JsonNode node) {
        List<JsonNode> altered = new ArrayList<>();
        switch (node) {
            case ObjectNode object -> {
                altered.add(object.deepCopy().put("more", 1));
                for (Map.Entry<String, JsonNode> member : object.properties()) {
                    altered.add(object.deepCopy().without(List.of(member.getKey())));
                    alterations(member.getValue())
                            .forEach(value -> altered.add(object.deepCopy().set(member.getKey(), value)));
                }
            }
            case ArrayNode array -> {
                altered.add(array.deepCopy().add(1));
                for (int at = 0; at < array.size(); at++) {
                    for (JsonNode value : alterations(array.get(at))) {
                        altered.add(array.deepCopy().set(at, value));
                    }
                }
            }
            case TextNode text -> altered.add(TextNode.valueOf(text.textValue() + "0"));
            case BooleanNode truth -> altered.add(BooleanNode.valueOf(!truth.booleanValue()));
            default -> altered.add(IntNode.valueOf(node.intValue() + 1));
        }
        return altered;
    }
}
