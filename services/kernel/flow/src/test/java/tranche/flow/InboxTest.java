package tranche.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Position;
import tranche.flow.writer.Transaction;
import tranche.testkit.StubRegistry;
import tranche.testkit.TestBroker;
import tranche.testkit.TestTopic;

@Tag("broker")
class InboxTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** A producer sends no request of more than 1,048,576 bytes. */
    private static final int TOO_LARGE_WITH_HEADERS = 1_048_400;

    private static final String TOPIC = "portal.events";

    private final StubRegistry registry = StubRegistry.start();
    private final Bench source = Bench.sending("portal", registry);
    private final Bench reader = Bench.sending("commitments", registry);
    private final Set<UUID> refused = ConcurrentHashMap.newKeySet();
    private final Set<UUID> unheard = ConcurrentHashMap.newKeySet();
    private final AtomicInteger mostAtOnce = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger tooSlow = new AtomicInteger();
    private String consumer;

    /** Takes longer than a statement may where it is given more than so many events at once. */
    private final class Slow implements Consumer {

        private final Teller teller;

        private Slow(Teller teller) {
            this.teller = teller;
        }

        @Override
        public String name() {
            return teller.name();
        }

        @Override
        public Set<String> topics() {
            return teller.topics();
        }

        @Override
        public Set<UUID> keys(Connection connection, List<Incoming> batch) {
            return teller.keys(connection, batch);
        }

        @Override
        public void handle(Transaction transaction, List<Incoming> batch) throws SQLException {
            if (batch.size() > mostAtOnce.get()) {
                tooSlow.incrementAndGet();
                try (Statement statement = transaction.connection().createStatement()) {
                    statement.execute("set local statement_timeout = 50");
                    statement.execute("select pg_sleep(30)");
                }
            }
            teller.handle(transaction, batch);
        }
    }

    @BeforeEach
    void start() {
        consumer = "teller" + source.ids.next().toString().substring(28);
        reader.flow.consume(new Slow(new Teller(consumer, TOPIC, refused::contains, unheard::contains)));
        source.flow.start();
        reader.flow.start();
    }

    @AfterEach
    void stop() {
        reader.close();
        source.close();
        registry.close();
    }

    private List<Long> told(UUID key) {
        List<Long> sequences = new ArrayList<>();
        for (long i = 0; i < reader.number("select count(*) from told where key = '" + key + "'"); i++) {
            sequences.add(reader.number(
                    "select sequence from told where key = '" + key + "' order by sequence offset " + i + " limit 1"));
        }
        return sequences;
    }

    private void steps(UUID key, int count) {
        for (int i = 0; i < count; i++) {
            source.done(Bench.step(key));
        }
    }

    @Test
    @DisplayName("R6: each event has its effect once, in order, however often it arrives")
    void drops_what_it_has_seen() {
        UUID key = source.ids.next();
        steps(key, 3);
        await().atMost(LIMIT).until(() -> told(key).equals(List.of(1L, 2L, 3L)));

        for (ConsumerRecord<byte[], byte[]> record : TestTopic.of(TOPIC, key)) {
            TestTopic.write(TOPIC, key, record.value());
        }
        steps(key, 1);

        await().atMost(LIMIT).until(() -> told(key).equals(List.of(1L, 2L, 3L, 4L)));
        assertThat(reader.number("select count(*) from dead_letter where key = '" + key + "'"))
                .isZero();
    }

    @Test
    @DisplayName("R10: what takes too long at once is handled in smaller parts, and nothing of it is parked")
    void handles_less_at_once_where_it_takes_too_long() {
        UUID key = source.ids.next();
        UUID other = source.ids.next();
        mostAtOnce.set(1);
        AtomicInteger written = new AtomicInteger();
        await().atMost(LIMIT).until(() -> {
            steps(key, 5);
            steps(other, 5);
            return written.addAndGet(5) > 0 && tooSlow.get() > 0;
        });

        List<Long> all = LongStream.rangeClosed(1, written.get()).boxed().toList();
        await().atMost(LIMIT).until(() -> told(key).equals(all) && told(other).equals(all));
        assertThat(reader.number("select count(*) from dead_letter where key in ('" + key + "', '" + other + "')"))
                .isZero();
    }

    @Test
    void lets_a_reader_wait_for_what_it_wrote() throws InterruptedException {
        UUID key = source.ids.next();
        steps(key, 2);

        assertThat(reader.flow.await(Position.of("portal", key, 2), LIMIT)).isTrue();
        assertThat(told(key)).containsExactly(1L, 2L);
        assertThat(reader.flow.await(Position.of("portal", key, 3), Duration.ofMillis(50)))
                .isFalse();
    }

    @Test
    void says_how_far_it_has_come_with_each_key() {
        UUID key = source.ids.next();
        UUID silent = source.ids.next();
        steps(key, 2);

        await().atMost(LIMIT)
                .until(() ->
                        reader.flow.heard(consumer, TOPIC, List.of(key, silent)).equals(Map.of(key, 2L)));
        assertThat(reader.flow.heard("somebody else", TOPIC, List.of(key))).isEmpty();
        assertThat(reader.flow.heard(List.of(consumer, "somebody else"))).isGreaterThanOrEqualTo(2L);
        assertThat(reader.flow.heard(List.of("somebody else"))).isZero();
        assertThat(reader.flow.heard(consumer, "milestones.events", List.of(key)))
                .isEmpty();
    }

    @Test
    void lets_a_reader_wait_for_many_keys_at_once() throws InterruptedException {
        List<UUID> keys = Stream.generate(source.ids::next).limit(80).toList();
        List<Position> reached = keys.stream()
                .map(key -> source.done(Bench.step(key)))
                .map(outcome -> ((Outcome.Done) outcome).position())
                .toList();

        Position all = Position.parse(Position.of(reached).text()).orElseThrow();

        assertThat(reader.flow.await(all, LIMIT)).isTrue();
        assertThat(keys).allSatisfy(key -> assertThat(told(key)).containsExactly(1L));
    }

    @Test
    @DisplayName(
            "F17: parks the key of a record that cannot be read, lets others flow, and copies it to the dead topic")
    void parks_an_unreadable_record() {
        UUID poisoned = source.ids.next();
        UUID healthy = source.ids.next();
        steps(poisoned, 1);
        await().atMost(LIMIT).until(() -> told(poisoned).equals(List.of(1L)));

        TestTopic.write(TOPIC, poisoned, new byte[] {0, 0, 0, 9, 9, 1});
        steps(poisoned, 1);
        steps(healthy, 2);

        await().atMost(LIMIT).until(() -> told(healthy).equals(List.of(1L, 2L)));
        await().atMost(LIMIT)
                .until(() -> reader.number("select count(*) from dead_letter where key = '" + poisoned + "'") == 2);
        assertThat(told(poisoned)).containsExactly(1L);
        await().atMost(LIMIT)
                .until(() -> TestTopic.of(TOPIC + ".dead", poisoned).size() == 1);
        assertThat(reader.metrics.get("tranche.inbox.parked").counter().count())
                .isEqualTo(reader.number("select count(*) from dead_letter where reason <> 'behind'"));
    }

    @Test
    @DisplayName("F17: a record that is too large to be copied to the dead topic holds up no other")
    void passes_over_what_cannot_be_copied() {
        UUID large = source.ids.next();
        UUID small = source.ids.next();

        TestTopic.write(TOPIC, large, new byte[TOO_LARGE_WITH_HEADERS]);
        TestTopic.write(TOPIC, small, new byte[] {1});

        await().atMost(LIMIT).until(() -> TestTopic.of(TOPIC + ".dead", small).size() == 1);
        assertThat(TestTopic.of(TOPIC + ".dead", large)).isEmpty();
        assertThat(reader.number("select count(*) from dead_letter where key = '" + large + "'"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("R6: parks what it cannot handle with all that follows, and replays it in order")
    void replays_a_parked_key() throws Exception {
        UUID key = source.ids.next();
        UUID healthy = source.ids.next();
        refused.add(key);
        steps(key, 3);
        steps(healthy, 1);
        await().atMost(LIMIT)
                .until(() -> reader.number("select count(*) from dead_letter where key = '" + key + "'") == 3);
        await().atMost(LIMIT).until(() -> told(healthy).equals(List.of(1L)));
        assertThat(told(key)).isEmpty();

        refused.clear();
        UUID letter = letterOf(key);
        int handled = reader.flow.inbox(consumer).orElseThrow().replay(letter);
        steps(key, 1);

        assertThat(handled).isEqualTo(3);
        await().atMost(LIMIT).until(() -> told(key).equals(List.of(1L, 2L, 3L, 4L)));
    }

    @Test
    @DisplayName("R6: a consumer that fails before it handles anything stops that key alone")
    void parks_what_the_consumer_cannot_even_lock() {
        UUID key = source.ids.next();
        UUID healthy = source.ids.next();
        unheard.add(key);
        steps(key, 2);
        steps(healthy, 2);

        await().atMost(LIMIT).until(() -> told(healthy).equals(List.of(1L, 2L)));
        await().atMost(LIMIT)
                .until(() -> reader.number("select count(*) from dead_letter where key = '" + key + "'") == 2);
        assertThat(told(key)).isEmpty();
    }

    @Test
    void an_instance_that_stops_leaves_its_group() throws Exception {
        UUID key = source.ids.next();
        steps(key, 1);
        await().atMost(LIMIT).until(() -> told(key).equals(List.of(1L)));
        String group = "commitments." + consumer;

        try (Admin admin = Admin.create(Map.copyOf(TestBroker.properties()))) {
            assertThat(members(admin, group)).isEqualTo(1);
            reader.flow.close();
            assertThat(members(admin, group)).isZero();
        }
    }

    private static int members(Admin admin, String group) throws Exception {
        return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                .mapToInt(described -> described.members().size())
                .sum();
    }

    private UUID letterOf(UUID key) throws SQLException {
        try (var connection = reader.database.asOwner();
                var select = connection.prepareStatement(
                        "select id from dead_letter where key = '" + key + "' and reason = 'failed'");
                var row = select.executeQuery()) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    @Test
    @DisplayName("R5: a gap stops its key only, and heals when the missing event comes")
    void heals_a_gap() {
        UUID key = source.ids.next();
        UUID healthy = source.ids.next();
        steps(key, 3);
        await().atMost(LIMIT).until(() -> told(key).equals(List.of(1L, 2L, 3L)));
        List<ConsumerRecord<byte[], byte[]>> records = TestTopic.of(TOPIC, key);
        // As if the first event had never come: the key starts anew.
        reader.execute("delete from told where key = '" + key + "'");
        reader.execute("delete from inbox_mark where key = '" + key + "'");

        TestTopic.write(TOPIC, key, records.get(1).value());
        TestTopic.write(TOPIC, key, records.get(2).value());
        steps(healthy, 1);
        await().atMost(LIMIT).until(() -> told(healthy).equals(List.of(1L)));
        await().atMost(LIMIT)
                .until(() -> reader.number("select count(*) from dead_letter where key = '" + key + "'") == 2);
        assertThat(told(key)).isEmpty();

        TestTopic.write(TOPIC, key, records.get(0).value());

        await().atMost(LIMIT).until(() -> told(key).equals(List.of(1L, 2L, 3L)));
        assertThat(reader.number("select count(*) from inbox_mark where parked is not null and key = '" + key + "'"))
                .isZero();
    }

    @Test
    @DisplayName("F14: an instance that wakes after another took over writes nothing")
    void drops_a_batch_of_an_overtaken_instance() {
        UUID key = source.ids.next();
        steps(key, 1);
        await().atMost(LIMIT).until(() -> told(key).equals(List.of(1L)));

        // Another instance has moved every partition's place meanwhile; its effects are not this one's to repeat.
        reader.execute("update inbox_offset set next_offset = next_offset + 1 where consumer = '" + consumer + "'");
        steps(key, 1);
        UUID other = source.ids.next();
        steps(other, 3);

        await().atMost(LIMIT)
                .until(() -> told(other).contains(3L) || told(other).isEmpty());
        assertThat(told(key)).doesNotHaveDuplicates();
    }
}
