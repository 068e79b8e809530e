package tranche.launcher.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.SchemaParser;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tranche.flow.wire.CloudEvents;
import tranche.launcher.node.NodeProject;

@DisplayName("asyncapi.yaml")
class AsyncApiTest {

    private static final Path FILE = EventSchemasTest.FOLDER.resolve("asyncapi.yaml");
    private static final String RENDERED = "    # Rendered from events/*.avdl from here on.\n";

    private static SchemaSet events = SchemaSet.of("events", Map.of());
    private static JsonNode document = MissingNode.getInstance();

    @BeforeAll
    static void read() throws IOException {
        events = new SchemaFolder(EventSchemasTest.FOLDER).current();
        document = new YAMLMapper().readTree(FILE.toFile());
    }

    @Test
    @DisplayName("renders its messages from the event schemas; the right text is in target/asyncapi.yaml")
    void has_followed_the_event_schemas() throws IOException {
        String text = Files.readString(FILE);
        String frame = text.substring(0, text.indexOf(RENDERED) + RENDERED.length());
        String expected = frame + MessageText.of(events);
        Files.writeString(Path.of("target/asyncapi.yaml"), expected);

        assertThat(text).isEqualTo(expected);
    }

    @Test
    void has_a_message_for_each_generated_class_with_its_schema() {
        assertThat(events.records().values()).allSatisfy(event -> {
            JsonNode payload = document.at("/components/messages/" + event.getName() + "/payload/schema");
            Schema generated = SpecificData.get().getSchema(SpecificData.get().getClass(event));

            assertThat(SchemaNormalization.toParsingForm(
                            new SchemaParser().parse(payload.toString()).mainSchema()))
                    .isEqualTo(SchemaNormalization.toParsingForm(generated));
        });
        assertThat(names(document.at("/components/messages")))
                .as("and none besides")
                .hasSize(events.records().size() + 1)
                .contains("DeadLetter");
    }

    @Test
    void tells_each_event_on_the_topic_of_its_service() {
        for (String service : List.of("commitments", "milestones", "notifications", "portal")) {
            JsonNode topic = document.at("/channels/" + service + "Events");

            assertThat(topic.get("address").asText()).isEqualTo(service + ".events");
            assertThat(names(topic.get("messages")))
                    .containsExactlyInAnyOrderElementsOf(events.records().values().stream()
                            .filter(event -> event.getNamespace().equals("tranche." + service))
                            .map(Schema::getName)
                            .toList());
            assertThat(document.at("/channels/" + service + "Dead/address").asText())
                    .isEqualTo(service + ".events.dead");
        }
    }

    @Test
    void names_the_key_that_the_record_holds() {
        assertThat(events.records().values()).allSatisfy(event -> {
            JsonNode message = document.at("/components/messages/" + event.getName());
            String trait = message.at("/traits/0/$ref").asText();

            assertThat(trait).endsWith("/" + MessageText.trait(event));
            assertThat(resolve(trait).at("/bindings/kafka/key/format").asText()).isEqualTo("uuid");
            assertThat(resolve(trait).at("/bindings/kafka/schemaLookupStrategy").asText())
                    .isEqualTo("TopicRecordNameStrategy");
        });
    }

    @Test
    void describes_the_headers_that_are_written() {
        List<String> written = CloudEvents.headers(
                        new UUID(1, 1), "type", "commitments", new UUID(1, 2), Instant.EPOCH, Optional.of("00-1-2-00"))
                .stream()
                .map(Header::key)
                .toList();
        JsonNode headers = document.at("/components/schemas/eventHeaders");

        assertThat(names(headers.get("properties"))).containsExactlyInAnyOrderElementsOf(written);
        assertThat(headers.get("required"))
                .as("all but the trace, which a command need not have")
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(written.stream()
                        .filter(name -> !name.equals("traceparent"))
                        .toList());
    }

    @Test
    @Tag("node")
    void is_valid_by_the_schema_of_the_specification() {
        NodeProject.Ended ended =
                NodeProject.run("check-asyncapi.mjs", List.of(), Map.of(), document.toString(), Duration.ofMinutes(1));

        assertThat(ended.lines()).isEmpty();
        assertThat(ended.status()).as(ended.errors()).isZero();
    }

    @Test
    void keeps_events_for_good_and_dead_letters_for_ninety_days() {
        assertThat(document.at("/components/channelBindings/events/kafka/topicConfiguration/retention.ms")
                        .asLong())
                .isEqualTo(-1);
        assertThat(document.at("/components/channelBindings/dead/kafka/topicConfiguration/retention.ms")
                        .asLong())
                .isEqualTo(Duration.ofDays(90).toMillis());
        assertThat(document.at("/components/channelBindings/events/kafka/partitions")
                        .asInt())
                .isEqualTo(12);
    }

    @Test
    void refers_to_nothing_that_is_not_there() {
        List<String> references = new ArrayList<>();
        collect(document, references);

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(resolve(reference).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.has("$ref")) {
            references.add(node.get("$ref").asText());
        }
        node.forEach(child -> collect(child, references));
    }

    private static JsonNode resolve(String reference) {
        return document.at(reference.substring(1));
    }

    private static List<String> names(JsonNode map) {
        return map.properties().stream().map(Map.Entry::getKey).toList();
    }
}
