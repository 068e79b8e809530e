package tranche.launcher.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tranche.Head;
import tranche.Money;
import tranche.commitments.ClosingPlanned;
import tranche.commitments.CommitmentAccepted;
import tranche.engines.broker.KafkaLogin;
import tranche.flow.wire.AvroBytes;
import tranche.flow.wire.CloudEvents;
import tranche.flow.wire.Frame;
import tranche.testkit.TestBroker;

@Tag("broker")
@Tag("node")
@DisplayName("A reader in another language")
class NodeReaderTest {

    private static final UUID FUND = UUID.fromString("01939f00-0000-7000-8000-0000000000f1");
    private static final UUID COMMITMENT = UUID.fromString("01939f00-0000-7000-8000-0000000000c1");
    private static final UUID EVENT = UUID.fromString("01939f00-0000-7000-8000-0000000000e1");
    private static final Instant AT = Instant.parse("2026-03-31T09:00:00.123456Z");

    /** Nobody writes to it in this JVM but this test. */
    private static final String TOPIC = "notifications.events";

    private static Optional<HttpServer> registry = Optional.empty();

    @BeforeAll
    static void write() throws IOException, InterruptedException, ExecutionException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry = Optional.of(server);
        answer(server, 7, CommitmentAccepted.getClassSchema().toString());
        answer(server, 8, ClosingPlanned.getClassSchema().toString());
        server.start();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>copyOf(TestBroker.properties()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record(7, CommitmentAccepted.class.getName(), AvroBytes.encode(accepted())))
                    .get();
            producer.send(record(8, ClosingPlanned.class.getName(), AvroBytes.encode(planned())))
                    .get();
        }
    }

    @AfterAll
    static void stop() {
        registry.ifPresent(server -> server.stop(0));
    }

    @Test
    void gets_key_headers_and_every_value_exactly() {
        JsonNode read = reader(TestBroker.reader()).read(TOPIC, 2).getFirst();

        assertThat(read.get("key").asText()).isEqualTo(FUND.toString());
        assertThat(read.get("type").asText()).isEqualTo("tranche.commitments.CommitmentAccepted");
        assertThat(read.at("/headers/ce_type").asText()).isEqualTo("tranche.commitments.CommitmentAccepted");
        assertThat(read.at("/headers/ce_id").asText()).isEqualTo(EVENT.toString());
        assertThat(read.at("/value/amount/value").asText()).isEqualTo("9999999999999999999999999999999999.9999");
        assertThat(read.at("/value/amount/currency").asText()).isEqualTo("USD");
        assertThat(read.at("/value/closingDate").asText()).isEqualTo("2026-04-30");
        assertThat(read.at("/value/head/recordedAt").asText()).isEqualTo("2026-03-31T09:00:00.123456Z");
        assertThat(read.at("/value/head/effectiveDate").asText()).isEqualTo("2026-03-31");
        assertThat(read.at("/value/head/sequence").asLong()).isEqualTo(7);
        assertThat(read.at("/value/head/causationId").isNull()).isTrue();
    }

    @Test
    void ends_when_nothing_comes_any_more() {
        List<JsonNode> read = reader(TestBroker.reader()).read(TOPIC, 3);

        assertThat(read).hasSize(2);
        assertThat(read.getLast().at("/value/commitmentIds"))
                .extracting(JsonNode::asText)
                .containsExactly(COMMITMENT.toString(), EVENT.toString());
    }

    @Test
    void is_refused_with_a_wrong_password() {
        KafkaLogin right = TestBroker.reader();
        NodeReader stranger = reader(new KafkaLogin(right.bootstrap(), right.username(), "guessed"));

        assertThatThrownBy(() -> stranger.read(TOPIC, 1)).hasMessageContaining("ended with 2");
    }

    private static NodeReader reader(KafkaLogin login) {
        int port = registry.orElseThrow().getAddress().getPort();
        return new NodeReader(login, URI.create("http://localhost:" + port));
    }

    private static void answer(HttpServer server, int id, String schema) throws IOException {
        byte[] body =
                new ObjectMapper().writeValueAsString(Map.of("schema", schema)).getBytes(StandardCharsets.UTF_8);
        server.createContext("/schemas/ids/" + id, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static ProducerRecord<String, byte[]> record(int schemaId, String type, byte[] body) {
        return new ProducerRecord<>(
                TOPIC,
                null,
                FUND.toString(),
                Frame.of(schemaId, body),
                CloudEvents.headers(EVENT, type, "commitments", COMMITMENT, AT, Optional.empty()));
    }

    private static CommitmentAccepted accepted() {
        return CommitmentAccepted.newBuilder()
                .setHead(head(7))
                .setProgrammeId(EVENT)
                .setFundId(FUND)
                .setInvestorId(EVENT)
                .setAmount(new Money(new BigDecimal("9999999999999999999999999999999999.9999"), "USD"))
                .setState("ACCEPTED")
                .setClosingDate(LocalDate.parse("2026-04-30"))
                .setContentHash("ab".repeat(32))
                .build();
    }

    private static ClosingPlanned planned() {
        return ClosingPlanned.newBuilder()
                .setHead(head(8))
                .setProgrammeId(EVENT)
                .setFundId(FUND)
                .setKind("INITIAL")
                .setDate(LocalDate.parse("2026-04-30"))
                .setCommitmentIds(List.of(COMMITMENT, EVENT))
                .setState("PLANNED")
                .build();
    }

    private static Head head(long sequence) {
        return Head.newBuilder()
                .setEventId(EVENT)
                .setAggregateId(COMMITMENT)
                .setVersion(1)
                .setSequence(sequence)
                .setEffectiveDate(LocalDate.parse("2026-03-31"))
                .setRecordedAt(AT)
                .setActorId(EVENT)
                .setCorrelationId(EVENT)
                .build();
    }
}
