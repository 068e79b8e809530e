package tranche.flow.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.flow.Signal;
import tranche.flow.wire.CloudEvents;
import tranche.flow.wire.Frame;
import tranche.flow.wire.Registry;
import tranche.flow.wire.RegistryAway;
import tranche.world.Failpoint;
import tranche.world.tasks.Tasks;

/**
 * Sends committed events to the service's topic, in the order of their transactions, nothing skipped (promise R4).
 *
 * <p>It reads below the oldest transaction that still runs, so that a row that commits late is not passed by; it moves its
 * place only after every send was acknowledged; after any failure it starts again from its place, so that an event may
 * be sent twice but first occurrences stay in order.
 */
public final class Relay {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    /** Rows of one read: enough to fill the producer's batches, small enough to hold in memory. */
    private static final int MOST_ROWS = 2_000;

    /** How long a relay that is not the leader waits before it asks again. */
    private static final Duration FOLLOW = Duration.ofSeconds(1);

    /** Waits between looks that found nothing: a late commit is soon seen, an idle service asks seldom. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);

    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    /** After a failure: from the first to the longest pause. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** A registry or a broker that starts beside the service is away for this long; after it somebody should look. */
    private static final Duration LONG_ENOUGH_TO_TELL = Duration.ofSeconds(30);

    private final String service;
    private final String topic;
    private final DataSource dataSource;
    private final Supplier<? extends Producer<byte[], byte[]>> producers;
    private final Registry registry;
    private final Signal written;
    private final Tasks tasks;
    private final Counter sent;
    private final Counter failures;
    private final AtomicLong waiting = new AtomicLong();
    private final Map<String, Integer> schemaIds = new HashMap<>();

    /** Whether anything was sent since the last failure: the next pause is then a short one again. */
    private boolean moved;

    /** The next one after a failure. */
    private Duration pause = FIRST_PAUSE;

    /** For how long it has paused since anything was sent or the operator was told. */
    private Duration paused = Duration.ZERO;

    /**
     * @param producers makes a producer; after a failed send a fresh one is asked for
     * @param written raised when there may be something to send
     */
    public Relay(
            String service,
            DataSource dataSource,
            Supplier<? extends Producer<byte[], byte[]>> producers,
            Registry registry,
            Signal written,
            Tasks tasks,
            MeterRegistry metrics) {
        this.service = service;
        this.topic = service + ".events";
        this.dataSource = dataSource;
        this.producers = producers;
        this.registry = registry;
        this.written = written;
        this.tasks = tasks;
        this.sent = metrics.counter("tranche.relay.sent");
        this.failures = metrics.counter("tranche.relay.failures");
        metrics.gauge("tranche.relay.waiting", waiting);
    }

    /** Works until interrupted. */
    public void run() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                if (!RelayRows.lead(connection)) {
                    tasks.sleep(FOLLOW);
                    continue;
                }
                Failpoint.at("relay.leading");
                try {
                    lead(connection);
                } finally {
                    // The lock is the session's: a connection that goes back to the pool would keep it.
                    RelayRows.follow(connection);
                }
            } catch (SQLException | KafkaException | RegistryAway | ExecutionException away) {
                pauseAfter(away);
            } catch (RuntimeException broken) {
                // Nothing was skipped. A relay that ended here would send nothing until somebody starts the service
                // again.
                LOG.error("service={} relay starts again", service, broken);
                pauseAfter(broken);
            }
        }
    }

    private void pauseAfter(Exception failure) throws InterruptedException {
        failures.increment();
        if (moved) {
            moved = false;
            pause = FIRST_PAUSE;
            paused = Duration.ZERO;
        }
        paused = paused.plus(pause);
        if (paused.compareTo(LONG_ENOUGH_TO_TELL) > 0) {
            LOG.warn("service={} relay has sent nothing for {} s: {}", service, paused.toSeconds(), failure.toString());
            paused = Duration.ZERO;
        }
        tasks.sleep(pause);
        pause = longer(pause, LONGEST_PAUSE);
    }

    private void lead(Connection connection) throws SQLException, InterruptedException, ExecutionException {
        Producer<byte[], byte[]> producer = producers.get();
        try {
            send(connection, producer);
        } finally {
            // What is still under way is not waited for: the place says what was acknowledged.
            producer.close(Duration.ZERO);
        }
    }

    private void send(Connection connection, Producer<byte[], byte[]> producer)
            throws SQLException, InterruptedException, ExecutionException {
        Signal.Watch watch = written.watch();
        RelayRows.Place place = RelayRows.place(connection);
        Duration wait = SHORTEST_WAIT;
        while (!Thread.currentThread().isInterrupted()) {
            List<RelayRows.Row> rows = RelayRows.next(connection, place, MOST_ROWS);
            waiting.set(rows.size());
            if (rows.isEmpty()) {
                copyDeadLetters(connection, producer);
                wait = watch.await(wait) ? SHORTEST_WAIT : longer(wait, LONGEST_WAIT);
                continue;
            }
            Failpoint.at("relay.rows-read");
            wait = SHORTEST_WAIT;
            place = sendAll(connection, producer, place, rows);
        }
    }

    private RelayRows.Place sendAll(
            Connection connection, Producer<byte[], byte[]> producer, RelayRows.Place from, List<RelayRows.Row> rows)
            throws SQLException, InterruptedException, ExecutionException {
        List<Future<RecordMetadata>> acks = new ArrayList<>(rows.size());
        RegistryAway away = null;
        RelayRows.Place place = from;
        for (RelayRows.Row row : rows) {
            int schemaId;
            try {
                schemaId = schemaId(connection, row);
            } catch (RegistryAway unanswered) {
                away = unanswered;
                break;
            }
            try {
                acks.add(producer.send(record(row, schemaId), (_, failed) -> stopAfter(producer, failed)));
            } catch (IllegalStateException closed) {
                // A send before this one failed and closed the producer; its acknowledgement says why.
                if (acks.isEmpty()) {
                    throw closed;
                }
                break;
            }
            place = place.after(row);
            if (acks.size() == (rows.size() + 1) / 2) {
                Failpoint.at("relay.half-sent");
            }
        }
        producer.flush();
        for (Future<RecordMetadata> ack : acks) {
            ack.get();
        }
        Failpoint.at("relay.acknowledged");
        if (!acks.isEmpty()) {
            RelayRows.move(connection, place);
            Failpoint.at("relay.place-moved");
            sent.increment(acks.size());
            moved = true;
        }
        if (away != null) {
            throw away;
        }
        return place;
    }

    /** What waits behind a send that failed must not be sent before it: the relay starts again from its place. */
    private static void stopAfter(Producer<byte[], byte[]> producer, @Nullable Exception failed) {
        if (failed != null) {
            producer.close(Duration.ZERO);
        }
    }

    private ProducerRecord<byte[], byte[]> record(RelayRows.Row row, int schemaId) {
        return new ProducerRecord<>(
                topic,
                null,
                row.recordedAt().toEpochMilli(),
                row.key().toString().getBytes(StandardCharsets.US_ASCII),
                Frame.of(schemaId, row.payload()),
                CloudEvents.headers(
                        row.eventId(), row.type(), service, row.aggregateId(), row.recordedAt(), row.traceparent()));
    }

    /** The registry's id of the row's schema: from memory, else from the database, else from the registry. */
    private int schemaId(Connection connection, RelayRows.Row row) throws SQLException, InterruptedException {
        Integer known = schemaIds.get(row.fingerprint());
        if (known != null) {
            return known;
        }
        RelayRows.WrittenSchema schema = RelayRows.schema(connection, row.schema());
        int id;
        if (schema.registryId().isPresent()) {
            id = schema.registryId().get();
        } else {
            id = registry.register(topic + "-" + schema.type(), schema.json());
            Failpoint.at("relay.schema-fetched");
            RelayRows.storeSchemaId(connection, row.schema(), id);
        }
        schemaIds.put(row.fingerprint(), id);
        return id;
    }

    private void copyDeadLetters(Connection connection, Producer<byte[], byte[]> producer)
            throws SQLException, InterruptedException, ExecutionException {
        List<RelayRows.DeadLetter> letters = RelayRows.dead(connection);
        if (letters.isEmpty()) {
            return;
        }
        List<Future<RecordMetadata>> acks = new ArrayList<>();
        for (RelayRows.DeadLetter letter : letters) {
            acks.add(producer.send(DeadLetterRecord.of(service, letter)));
        }
        producer.flush();
        for (int i = 0; i < acks.size(); i++) {
            try {
                acks.get(i).get();
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof RecordTooLargeException)) {
                    throw failed;
                }
                LOG.error(
                        "service={} letter={} is too large to be copied to {}.dead and stays in the database alone",
                        service,
                        letters.get(i).id(),
                        letters.get(i).topic());
            }
        }
        RelayRows.copied(connection, letters);
    }

    private static Duration longer(Duration wait, Duration longest) {
        Duration doubled = wait.multipliedBy(2);
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
