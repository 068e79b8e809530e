package tranche.launcher.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.engines.broker.KafkaLogin;
import tranche.launcher.node.RealCommitments.Stored;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;

/**
 * Commands over HTTP, events over Kafka: what the service wrote and its relay sent, read by somebody who has the broker's
 * read-only login and the registry's address and nothing else.
 */
@Tag("broker")
@Tag("node")
@DisplayName("A reader in another language")
class NodeReaderTest {

    private static final String TOPIC = "commitments.events";

    /** All that money can hold, in a currency of four decimals. */
    private static final String GREATEST = "9999999999999999999999999999999999.9999";

    /** A topic's end says how much was sent. */
    private static final Map<TopicPartition, OffsetSpec> ENDS = IntStream.range(0, 12)
            .mapToObj(partition -> new TopicPartition(TOPIC, partition))
            .collect(Collectors.toUnmodifiableMap(partition -> partition, _ -> OffsetSpec.latest()));

    private static final Actor MANAGER = RealCommitments.somebody(Role.FUND_MANAGER);
    private static final Actor APPROVER = RealCommitments.somebody(Role.APPROVER);
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @TempDir
    private static Path data;

    private static RealCommitments service;
    private static String fund = "";
    private static String commitment = "";
    private static String acceptedHash = "";
    private static List<Stored> stored = List.of();
    private static List<JsonNode> read = List.of();

    @BeforeAll
    static void write() throws IOException, InterruptedException, SQLException {
        service = new RealCommitments(data);
        closesOneCommitment();
        stored = service.stored();
        // The registry is still starting: the events wait for it in the event table.
        await().atMost(Duration.ofMinutes(2)).until(() -> sent() == stored.size());
        read = reader(service.reader()).read(TOPIC, stored.size() + 1);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void closesOneCommitment() throws IOException, InterruptedException {
        String programme = service.post(MANAGER, "/programmes", "{\"name\": \"Chips\", \"headlineCurrency\": \"USD\"}")
                .get("id")
                .asText();
        fund = service.post(MANAGER, "/funds", """
                        {"programmeId": "%s", "name": "Fund", "baseCurrency": "CLF", "calendar": "US"}
                        """.formatted(programme))
                .get("id")
                .asText();
        String investor = service.post(MANAGER, "/investors", """
                        {"name": "Sovereign fund A", "kind": "SOVEREIGN_FUND", "country": "AE"}
                        """).get("id").asText();
        commitment = service.post(MANAGER, "/commitments", """
                        {"fundId": "%s", "investorId": "%s", "amount": {"value": "%s", "currency": "CLF"}}
                        """.formatted(fund, investor, GREATEST))
                .get("id")
                .asText();
        acceptedHash = service.post(
                        MANAGER, "/commitments/" + commitment + "/submission", "{\"source\": \"public register\"}")
                .get("contentHash")
                .asText();
        service.post(APPROVER, "/commitments/" + commitment + "/acceptance", """
                {"closingDate": "%s", "contentHash": "%s"}
                """.formatted(TODAY, acceptedHash));
        JsonNode closing = service.post(MANAGER, "/funds/" + fund + "/closings", """
                {"kind": "INITIAL", "date": "%s", "commitmentIds": ["%s"]}
                """.formatted(TODAY, commitment));
        service.post(APPROVER, "/closings/" + closing.get("id").asText() + "/approval", """
                {"contentHash": "%s"}
                """.formatted(
                        closing.get("contentHash").asText()));
    }

    private static long sent() throws Exception {
        try (Admin admin =
                Admin.create(Map.<String, Object>copyOf(service.reader().properties()))) {
            return admin.listOffsets(ENDS).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        }
    }

    @Test
    void gets_every_committed_event_once_and_numbered_without_a_gap() {
        List<Stored> got = read.stream()
                .map(event -> new Stored(
                        UUID.fromString(event.get("key").asText()),
                        event.at("/value/head/sequence").asLong(),
                        UUID.fromString(event.at("/value/head/eventId").asText()),
                        event.get("type").asText()))
                .sorted(Comparator.comparing((Stored event) -> event.key().toString())
                        .thenComparingLong(Stored::sequence))
                .toList();

        assertThat(got).hasSizeGreaterThan(8).isEqualTo(stored);
        assertThat(ofFund())
                .extracting(event -> event.at("/value/head/sequence").asInt())
                .as("in the order of the topic")
                .isEqualTo(IntStream.rangeClosed(1, ofFund().size()).boxed().toList());
    }

    @Test
    void gets_key_headers_and_every_value_exactly() {
        JsonNode accepted = one("CommitmentAccepted");

        assertThat(accepted.get("key").asText()).isEqualTo(fund);
        assertThat(accepted.at("/value/fundId").asText()).isEqualTo(fund);
        assertThat(accepted.at("/value/amount/value").asText()).isEqualTo(GREATEST);
        assertThat(accepted.at("/value/amount/currency").asText()).isEqualTo("CLF");
        assertThat(accepted.at("/value/state").asText()).isEqualTo("ACCEPTED");
        assertThat(accepted.at("/value/closingDate").asText()).isEqualTo(TODAY.toString());
        assertThat(accepted.at("/value/contentHash").asText()).isEqualTo(acceptedHash);
        assertThat(accepted.at("/value/head/aggregateId").asText()).isEqualTo(commitment);
        assertThat(accepted.at("/value/head/version").asLong()).isEqualTo(3);
        assertThat(accepted.at("/value/head/actorId").asText())
                .isEqualTo(APPROVER.account().toString());
        assertThat(accepted.at("/value/head/recordedAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:]{8}\\.\\d{6}Z");
        assertThat(accepted.at("/value/head/causationId").isNull()).isTrue();
        assertThat(one("ClosingPlanned").at("/value/commitmentIds"))
                .extracting(JsonNode::asText)
                .containsExactly(commitment);
        assertThat(one("CommitmentClosed").at("/value/head/effectiveDate").asText())
                .isEqualTo(TODAY.toString());
    }

    @Test
    void gets_headers_that_say_the_same_as_the_head() {
        assertThat(read).isNotEmpty().allSatisfy(event -> {
            JsonNode headers = event.get("headers");
            JsonNode head = event.at("/value/head");
            assertThat(headers.get("ce_specversion").asText()).isEqualTo("1.0");
            assertThat(headers.get("ce_type").asText())
                    .isEqualTo(event.get("type").asText());
            assertThat(headers.get("ce_id").asText())
                    .isEqualTo(head.get("eventId").asText());
            assertThat(headers.get("ce_subject").asText())
                    .isEqualTo(head.get("aggregateId").asText());
            assertThat(headers.get("ce_source").asText()).isEqualTo("/tranche/commitments");
            assertThat(Instant.parse(headers.get("ce_time").asText()))
                    .isEqualTo(Instant.parse(head.get("recordedAt").asText()));
            assertThat(headers.get("content-type").asText()).isEqualTo("application/avro");
        });
    }

    @Test
    void meets_no_type_that_the_document_of_the_topics_does_not_tell_of() throws IOException {
        JsonNode document =
                new YAMLMapper().readTree(Path.of("../../schemas/asyncapi.yaml").toFile());
        List<String> told = document.at("/channels/commitmentsEvents/messages").properties().stream()
                .map(message -> "tranche.commitments." + message.getKey())
                .toList();

        assertThat(read).extracting(event -> event.get("type").asText()).isSubsetOf(told);
    }

    @Test
    void is_refused_with_a_wrong_password() {
        KafkaLogin right = service.reader();
        NodeReader stranger = reader(new KafkaLogin(right.bootstrap(), right.username(), "guessed"));

        assertThatThrownBy(() -> stranger.read(TOPIC, 1)).hasMessageContaining("ended with 2");
    }

    private static NodeReader reader(KafkaLogin login) {
        return new NodeReader(login, service.registry());
    }

    private static JsonNode one(String name) {
        List<JsonNode> found = read.stream()
                .filter(event -> event.get("type").asText().equals("tranche.commitments." + name))
                .toList();
        assertThat(found).as(name).hasSize(1);
        return found.getFirst();
    }

    private static List<JsonNode> ofFund() {
        return read.stream()
                .filter(event -> event.get("key").asText().equals(fund))
                .toList();
    }
}
