package tranche.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tranche.flow.wire.AvroBytes;
import tranche.flow.wire.Frame;
import tranche.flow.writer.Outcome;
import tranche.portal.AccountCreated;
import tranche.testkit.StubRegistry;
import tranche.testkit.TestTopic;

@Tag("broker")
class RelayTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String TOPIC = "milestones.events";

    private static StubRegistry registry;
    private static Bench bench;

    @BeforeAll
    static void start() {
        registry = StubRegistry.start();
        bench = Bench.sending("milestones", registry);
        bench.flow.start();
    }

    @AfterAll
    static void stop() {
        bench.close();
        registry.close();
    }

    private static List<Long> sequences(UUID key) {
        return TestTopic.of(TOPIC, key).stream()
                .map(record -> event(record).getHead().getSequence())
                .toList();
    }

    private static AccountCreated event(ConsumerRecord<byte[], byte[]> record) {
        return AvroBytes.decode(record.value(), Frame.HEAD, AccountCreated.getClassSchema(), AccountCreated.class);
    }

    @Test
    @DisplayName("R4: what was committed reaches the topic, in order, with its headers")
    void sends_what_was_committed() {
        UUID key = bench.ids.next();
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            outcomes.add(bench.submitted(Bench.step(key)));
        }
        outcomes.forEach(CompletableFuture::join);

        await().atMost(LIMIT).until(() -> sequences(key).size() == 40);

        assertThat(sequences(key)).isSorted().doesNotHaveDuplicates();
        ConsumerRecord<byte[], byte[]> first = TestTopic.of(TOPIC, key).getFirst();
        assertThat(header(first, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(first, "ce_type")).isEqualTo("tranche.portal.AccountCreated");
        assertThat(header(first, "ce_subject")).isEqualTo(key.toString());
        assertThat(header(first, "ce_id"))
                .isEqualTo(event(first).getHead().getEventId().toString());
        assertThat(header(first, "traceparent"))
                .isEqualTo("00-" + correlation(first).replace("-", "") + "-"
                        + correlation(first).replace("-", "").substring(16) + "-01");
        assertThat(header(first, "ce_time"))
                .isEqualTo(event(first).getHead().getRecordedAt().toString());
    }

    private static String correlation(ConsumerRecord<byte[], byte[]> record) {
        return event(record).getHead().getCorrelationId().toString();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("F21: holds back what is ahead of a transaction that still runs, and skips none")
    void skips_no_late_commit() throws SQLException {
        UUID early = bench.ids.next();
        UUID late = bench.ids.next();
        bench.done(Bench.step(late));
        await().atMost(LIMIT).until(() -> sequences(late).size() == 1);

        try (Connection slow = bench.database.asOwner();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            // A row that is written first and committed last, as by a writer that was paused in between.
            statement.execute("insert into event (event_id, key, key_sequence, aggregate_type, aggregate_id, version,"
                    + " type, schema, payload, effective_date, recorded_at, actor, correlation_id, prev_hash, hash)"
                    + " select uuidv7(), '" + early + "', 1, aggregate_type, '" + early + "', 1, type, schema, payload,"
                    + " effective_date, recorded_at, actor, correlation_id, prev_hash, hash from event where key = '"
                    + late + "'");
            bench.done(Bench.step(late));
            UUID other = bench.ids.next();
            bench.done(Bench.step(other));
            await().during(Duration.ofMillis(700))
                    .atMost(LIMIT)
                    .until(() -> sequences(late).size() == 1 && sequences(other).isEmpty());
            // A gauge does not keep what it asks: whoever does not keep it either loses it here.
            System.gc();
            assertThat(lagSeconds()).isPositive();
            slow.commit();
        }

        await().atMost(LIMIT)
                .until(() -> sequences(late).size() == 2
                        && TestTopic.of(TOPIC, early).size() == 1);
        await().atMost(LIMIT).until(() -> lagSeconds() == 0);
    }

    private static double lagSeconds() {
        return bench.metrics.get("tranche.relay.lag.seconds").gauge().value();
    }

    @Test
    void a_service_is_alive_as_long_as_all_that_it_started_is() {
        try (Bench other = Bench.sending("commitments", registry)) {
            other.flow.start();
            assertThat(other.flow.works()).isTrue();

            other.flow.close();

            assertThat(other.flow.works()).isFalse();
        }
    }

    @Test
    @DisplayName("R4: sends in the order of the transactions' numbers, not of their digits")
    void keeps_the_order_where_a_number_gains_a_digit() {
        try (StubRegistry own = StubRegistry.start();
                Bench fresh = Bench.sending("notifications", own)) {
            UUID key = fresh.ids.next();
            for (int i = 0; i < 12; i++) {
                fresh.done(Bench.step(key));
            }
            // As if they were the database's first transactions: 10 comes after 9, and before it in a dictionary.
            fresh.execute("update event set xid8 = (3 + key_sequence)::text::xid8 where key = '" + key + "'");

            fresh.flow.start();
            await().atMost(LIMIT)
                    .until(() -> TestTopic.of("notifications.events", key).size() == 12);

            assertThat(TestTopic.of("notifications.events", key))
                    .extracting(record -> event(record).getHead().getSequence())
                    .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
        }
    }

    @Test
    @DisplayName("R4: what was rolled back is never sent")
    void sends_nothing_that_was_rolled_back() {
        UUID key = bench.ids.next();
        UUID after = bench.ids.next();

        CompletableFuture<Outcome> poisoned = bench.submitted(Bench.command(key, new Tally.Command.Poison()));
        bench.done(Bench.step(after));

        await().atMost(LIMIT).until(() -> sequences(after).size() == 1);
        assertThat(poisoned).isCompletedExceptionally();
        assertThat(sequences(key)).isEmpty();
    }

    @Test
    void goes_on_sending_known_schemas_and_taking_commands_while_the_registry_is_away() {
        UUID key = bench.ids.next();
        bench.done(Bench.step(key));
        await().atMost(LIMIT).until(() -> sequences(key).size() == 1);

        registry.away(true);
        try {
            bench.done(Bench.step(key));
            await().atMost(LIMIT).until(() -> sequences(key).size() == 2);
        } finally {
            registry.away(false);
        }
    }

    @Test
    void waits_for_the_registry_with_a_new_schema_and_delays_no_command() {
        try (StubRegistry own = StubRegistry.start();
                Bench fresh = Bench.sending("notifications", own)) {
            own.away(true);
            fresh.flow.start();
            UUID key = fresh.ids.next();

            assertThat(fresh.done(Bench.step(key))).isInstanceOf(Outcome.Done.class);
            assertThat(TestTopic.of("notifications.events", key)).isEmpty();

            own.away(false);
            await().atMost(LIMIT)
                    .until(() -> TestTopic.of("notifications.events", key).size() == 1);
        }
    }
}
