package tranche.flow;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.avro.Schema;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Inbox;
import tranche.flow.relay.Relay;
import tranche.flow.sql.Bind;
import tranche.flow.wire.KafkaClients;
import tranche.flow.wire.Registry;
import tranche.flow.writer.Position;
import tranche.flow.writer.Unavailable;
import tranche.flow.writer.Writers;
import tranche.world.http.HttpCalls;
import tranche.world.ids.Ids;
import tranche.world.tasks.Tasks;
import tranche.world.time.Clock;

/**
 * The way of a command through one service: its writers, its relay, its inboxes.
 *
 * <p>Writers take commands from the first moment; relay and inboxes run from {@link #start()} on and wait by themselves
 * for a broker or a registry that is away.
 */
public final class Flow implements AutoCloseable {

    private static final String SEEN_HERE = """
        select count(*)
          from unnest(?::uuid[], ?::bigint[]) as wanted(key, sequence)
         where not exists (select from event_head h where h.key = wanted.key and h.sequence >= wanted.sequence)
        """;

    private static final String SEEN_BY_ALL = """
        select count(*)
          from unnest(?::text[], ?::uuid[], ?::bigint[]) as wanted(topic, key, sequence)
         cross join unnest(?::text[], ?::text[]) as reader(consumer, topic)
         where reader.topic = wanted.topic
           and not exists (select from inbox_mark m
                            where (m.consumer, m.topic, m.key) = (reader.consumer, wanted.topic, wanted.key)
                              and m.sequence >= wanted.sequence)
        """;

    private static final String HEARD = """
        select m.key, m.sequence
          from inbox_mark m
         where m.consumer = ? and m.topic = ? and m.key = any(?::uuid[])
        """;

    private static final String HEARD_IN_ALL = """
        select coalesce(sum(m.sequence), 0) as heard from inbox_mark m where m.consumer = any(?::text[])
        """;

    /** A look at the marks, should the signal of another instance's work not reach this one. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    private final FlowSettings settings;
    private final DataSource dataSource;
    private final Clock clock;
    private final Ids ids;
    private final Tasks tasks;
    private final MeterRegistry metrics;
    private final Registry registry;
    /** Kept here, for a gauge does not keep what it asks. */
    private final Backlog backlog;

    private final Signal written = new Signal();
    private final Signal applied = new Signal();
    private final Set<Schema> knownSchemas = Writers.noSchemasYet();
    private final Writers writers;
    private final List<Inbox> inboxes = new ArrayList<>();
    private final List<Tasks.Task> running = new ArrayList<>();

    /** @param dataSource connections as the service role; the database is up to date */
    public Flow(
            FlowSettings settings,
            DataSource dataSource,
            Clock clock,
            Ids ids,
            Tasks tasks,
            HttpCalls http,
            MeterRegistry metrics) {
        this.settings = settings;
        this.dataSource = dataSource;
        this.clock = clock;
        this.ids = ids;
        this.tasks = tasks;
        this.metrics = metrics;
        this.backlog = new Backlog(dataSource, clock);
        this.registry = new Registry(http, settings.registry(), settings.registryLogin());
        this.writers = new Writers(settings.service(), dataSource, clock, ids, tasks, metrics, written, knownSchemas);
    }

    /** Where features get their writers. */
    public Writers writers() {
        return writers;
    }

    /** Adds a consumer; before {@link #start()}. */
    public void consume(Consumer consumer) {
        inboxes.add(new Inbox(
                settings.service(),
                consumer,
                dataSource,
                () -> KafkaClients.consumer(settings, settings.service() + "." + consumer.name()),
                registry,
                clock,
                ids,
                tasks,
                metrics,
                written,
                applied,
                knownSchemas));
    }

    /** Starts relay and inboxes. */
    public void start() {
        metrics.gauge("tranche.relay.lag.seconds", backlog, Backlog::relayLagSeconds);
        metrics.gauge("tranche.dead.letters", backlog, Backlog::deadLetters);
        Relay relay = new Relay(
                settings.service(),
                dataSource,
                () -> KafkaClients.producer(settings),
                registry,
                written,
                tasks,
                metrics);
        running.add(tasks.start(settings.service() + "-relay", relay::run));
        for (Inbox inbox : inboxes) {
            running.add(tasks.start(settings.service() + "-inbox-" + inbox.consumerName(), inbox::run));
        }
    }

    /** Whether all that was started still works. */
    public boolean works() {
        return running.stream().allMatch(Tasks.Task::isRunning);
    }

    /** The inbox of a consumer, for an operator who replays a dead letter. */
    public Optional<Inbox> inbox(String consumer) {
        return inboxes.stream()
                .filter(inbox -> inbox.consumerName().equals(consumer))
                .findFirst();
    }

    /**
     * Waits until this service has seen a position: its own writes at once, another service's once every consumer of its
     * topic here has applied them. What no consumer here reads is seen.
     *
     * @return whether it was seen within the limit
     * @throws Unavailable if the database is away
     */
    public boolean await(Position position, Duration limit) throws InterruptedException {
        List<Position.Mark> own = new ArrayList<>();
        List<Position.Mark> others = new ArrayList<>();
        position.marks().forEach(mark -> (mark.service().equals(settings.service()) ? own : others).add(mark));
        return await(own, others, limit);
    }

    /**
     * Waits as {@link #await} does, and for this service's own reactions to its own writes: for what they keep is read.
     *
     * @return whether it was seen within the limit
     * @throws Unavailable if the database is away
     */
    public boolean awaitReactions(Position position, Duration limit) throws InterruptedException {
        return await(List.of(), position.marks(), limit);
    }

    /**
     * How far a consumer of this service has come with keys of a topic: another number says that there was more.
     *
     * @return the last event of each that it has applied, by key; without those of which it has heard nothing
     * @throws Unavailable if the database is away
     */
    public Map<UUID, Long> heard(String consumer, String topic, Collection<UUID> keys) {
        Map<UUID, Long> heard = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(HEARD)) {
            select.setString(1, consumer);
            select.setString(2, topic);
            Bind.<UUID>rowsFrom(select, 3, keys).uuid(key -> key);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    heard.put(row.getObject(1, UUID.class), row.getLong(2));
                }
            }
        } catch (SQLException failed) {
            throw Unavailable.of("the places cannot be read", failed);
        }
        return heard;
    }

    /**
     * How much consumers of this service have applied, whoever runs them: another number says that there was more.
     *
     * @throws Unavailable if the database is away
     */
    public long heard(Collection<String> consumers) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(HEARD_IN_ALL)) {
            Bind.<String>rowsFrom(select, 1, consumers).text(consumer -> consumer);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw Unavailable.of("the places cannot be read", failed);
        }
    }

    private boolean await(List<Position.Mark> written, List<Position.Mark> heard, Duration limit)
            throws InterruptedException {
        Signal.Watch watch = applied.watch();
        long deadline = clock.monotonicNanos() + limit.toNanos();
        while (!seen(written, heard)) {
            long left = deadline - clock.monotonicNanos();
            if (left <= 0) {
                return false;
            }
            watch.await(Duration.ofNanos(Math.min(left, LOOK_AGAIN.toNanos())));
        }
        return true;
    }

    private boolean seen(List<Position.Mark> written, List<Position.Mark> heard) {
        try (Connection connection = dataSource.getConnection()) {
            return seenHere(connection, written) && seenByAll(connection, heard);
        } catch (SQLException failed) {
            throw Unavailable.of("the places cannot be read", failed);
        }
    }

    private static boolean seenHere(Connection connection, List<Position.Mark> marks) throws SQLException {
        if (marks.isEmpty()) {
            return true;
        }
        try (PreparedStatement select = connection.prepareStatement(SEEN_HERE)) {
            Bind.<Position.Mark>rows(select, marks).uuid(Position.Mark::key).bigint(Position.Mark::sequence);
            return isNone(select);
        }
    }

    private record Reader(String consumer, String topic) {}

    private boolean seenByAll(Connection connection, List<Position.Mark> marks) throws SQLException {
        List<Reader> readers = new ArrayList<>();
        inboxes.forEach(inbox -> inbox.topics().forEach(topic -> readers.add(new Reader(inbox.consumerName(), topic))));
        if (marks.isEmpty() || readers.isEmpty()) {
            return true;
        }
        try (PreparedStatement select = connection.prepareStatement(SEEN_BY_ALL)) {
            Bind.<Position.Mark>rows(select, marks)
                    .text(mark -> mark.service() + ".events")
                    .uuid(Position.Mark::key)
                    .bigint(Position.Mark::sequence);
            Bind.<Reader>rowsFrom(select, 4, readers).text(Reader::consumer).text(Reader::topic);
            return isNone(select);
        }
    }

    private static boolean isNone(PreparedStatement count) throws SQLException {
        try (ResultSet row = count.executeQuery()) {
            return row.next() && row.getLong(1) == 0;
        }
    }

    /** Finishes what is queued, then stops relay and inboxes; what was not sent yet is sent after the next start. */
    @Override
    public void close() {
        writers.close();
        running.reversed().forEach(Tasks.Task::close);
    }
}
