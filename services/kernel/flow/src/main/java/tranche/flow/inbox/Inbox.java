package tranche.flow.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.flow.Signal;
import tranche.flow.sql.Faults;
import tranche.flow.wire.Registry;
import tranche.flow.wire.RegistryAway;
import tranche.flow.writer.Unavailable;
import tranche.world.Failpoint;
import tranche.world.ids.Ids;
import tranche.world.tasks.Tasks;
import tranche.world.time.Clock;

/**
 * Reads a consumer's topics and delivers each event once, in order within its key (promises R5, R6).
 *
 * <p>Where it reads on is kept with the effects; Kafka's own offsets are committed afterwards for tools that show a lag,
 * and nothing depends on them.
 */
public final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private static final Duration POLL = Duration.ofMillis(500);

    /** A record that cannot be handled is tried this often before its key is parked. */
    private static final int MOST_TRIES = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** A broker that is away is not waited for longer when the service stops. */
    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(2);

    private final String name;
    private final Consumer consumer;
    private final Deliveries deliveries;
    private final Supplier<org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> clients;
    private final Tasks tasks;
    private final Signal applied;
    private final Counter delivered;
    private final Counter parked;
    private final AtomicLong waiting = new AtomicLong();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private Duration pause = FIRST_PAUSE;

    /**
     * @param clients makes a Kafka consumer of the group {@code <service>.<consumer>}
     * @param written raised when the consumer's own events were committed
     * @param applied raised when something was delivered
     */
    public Inbox(
            String service,
            Consumer consumer,
            DataSource dataSource,
            Supplier<org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> clients,
            Registry registry,
            Clock clock,
            Ids ids,
            Tasks tasks,
            MeterRegistry metrics,
            Signal written,
            Signal applied,
            Set<Schema> knownSchemas) {
        this.name = service + "." + consumer.name();
        this.consumer = consumer;
        this.deliveries = new Deliveries(
                service,
                consumer,
                new Decoder(new Schemas(dataSource, registry)),
                dataSource,
                clock,
                ids,
                written,
                knownSchemas);
        this.clients = clients;
        this.tasks = tasks;
        this.applied = applied;
        this.delivered = metrics.counter("tranche.inbox.records", "consumer", consumer.name());
        this.parked = metrics.counter("tranche.inbox.parked", "consumer", consumer.name());
        metrics.gauge("tranche.inbox.waiting", Tags.of("consumer", consumer.name()), waiting);
    }

    /**
     * Hands a dead letter and what waits behind it to the consumer again.
     *
     * @return how many events were handled
     * @throws NotReplayed if one still cannot be handled
     * @throws Unavailable if the registry or the database is away
     */
    public int replay(UUID letter) throws InterruptedException {
        try {
            int handled = deliveries.replay(letter);
            applied.raise();
            return handled;
        } catch (RegistryAway away) {
            throw new Unavailable("the registry is away", away);
        } catch (SQLException failed) {
            throw Faults.of(failed) == Faults.WRONG
                    ? stillNot(letter, failed)
                    : new Unavailable("the dead letter cannot be replayed", failed);
        } catch (Unavailable away) {
            throw away;
        } catch (RuntimeException failed) {
            throw stillNot(letter, failed);
        }
    }

    private NotReplayed stillNot(UUID letter, Exception failed) {
        LOG.warn("consumer={} letter={} still cannot be handled", name, letter, failed);
        try {
            deliveries.tried(letter);
        } catch (SQLException away) {
            throw new Unavailable("the database is away", away);
        }
        return new NotReplayed(failed);
    }

    /** The consumer's name. */
    public String consumerName() {
        return consumer.name();
    }

    /** The topics that it reads. */
    public Set<String> topics() {
        return consumer.topics();
    }

    /** Works until interrupted. */
    public void run() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                read();
            } catch (InterruptException stopped) {
                throw interrupted(stopped);
            } catch (KafkaException | Unavailable away) {
                LOG.warn("consumer={} starts again after {} ms: {}", name, pause.toMillis(), away.toString());
                longerPause();
            } catch (RuntimeException broken) {
                // Nothing was written. An inbox that ended here would stay silent until somebody starts the service
                // again.
                LOG.error("consumer={} starts again after {} ms", name, pause.toMillis(), broken);
                longerPause();
            }
        }
    }

    private void read() throws InterruptedException {
        org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> client = clients.get();
        try {
            client.subscribe(consumer.topics(), new Places(client));
            while (!Thread.currentThread().isInterrupted()) {
                take(client);
            }
        } finally {
            leave(client);
        }
    }

    /**
     * Leaves the group, so that another instance takes over without waiting for a time-out. The interrupt that stops an inbox
     * would cut that short: it is put off until the group was told.
     */
    private static void leave(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> client) {
        boolean stopped = Thread.interrupted();
        try {
            client.close(CloseOptions.timeout(LEAVE_WITHIN));
        } finally {
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static InterruptedException interrupted(InterruptException stopped) {
        InterruptedException interrupted = new InterruptedException(stopped.getMessage());
        interrupted.initCause(stopped);
        return interrupted;
    }

    private void take(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> client) throws InterruptedException {
        ConsumerRecords<byte[], byte[]> records = client.poll(POLL);
        waiting.set(client.assignment().stream()
                .map(client::currentLag)
                .mapToLong(lag -> lag.orElse(0))
                .sum());
        if (records.isEmpty()) {
            return;
        }
        Failpoint.at("inbox.polled");
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>(records.count());
        records.forEach(batch::add);
        try {
            deliver(batch);
            pause = FIRST_PAUSE;
            applied.raise();
            Failpoint.at("inbox.committed");
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            Deliveries.after(batch)
                    .forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
            client.commitAsync(offsets, (_, _) -> {});
        } catch (Deliveries.Overtaken overtaken) {
            LOG.info("consumer={} drops {} records: {}", name, batch.size(), overtaken.getMessage());
            seek(client, records.partitions());
        } catch (SQLException | RegistryAway | Unavailable away) {
            LOG.warn("consumer={} waits {} ms: {}", name, pause.toMillis(), away.toString());
            longerPause();
            next.forEach(client::seek);
        }
    }

    /**
     * Delivers a slice; one that fails is halved until the record that is to blame stands alone, and one that takes too long
     * until it does not.
     */
    private void deliver(List<ConsumerRecord<byte[], byte[]>> slice) throws SQLException, InterruptedException {
        int tries = slice.size() == 1 ? MOST_TRIES : 1;
        for (int attempt = 1; ; attempt++) {
            try {
                once(slice, Optional.empty());
                return;
            } catch (Deliveries.Overtaken | RegistryAway | Unavailable passing) {
                throw passing;
            } catch (SQLException failure) {
                Faults fault = Faults.of(failure);
                if (fault == Faults.SLOW && slice.size() > 1) {
                    halve(slice);
                    return;
                }
                if (fault != Faults.WRONG) {
                    throw failure;
                }
                if (attempt == tries) {
                    blame(slice, failure);
                    return;
                }
            } catch (RuntimeException failure) {
                if (attempt == tries) {
                    blame(slice, failure);
                    return;
                }
            }
            tasks.sleep(FIRST_PAUSE.multipliedBy(attempt));
        }
    }

    private void halve(List<ConsumerRecord<byte[], byte[]>> slice) throws SQLException, InterruptedException {
        int half = slice.size() / 2;
        deliver(slice.subList(0, half));
        deliver(slice.subList(half, slice.size()));
    }

    private void blame(List<ConsumerRecord<byte[], byte[]>> slice, Exception failure)
            throws SQLException, InterruptedException {
        if (slice.size() > 1) {
            halve(slice);
            return;
        }
        ConsumerRecord<byte[], byte[]> record = slice.getFirst();
        LOG.error(
                "consumer={} topic={} partition={} offset={} cannot be handled, its key is parked",
                name,
                record.topic(),
                record.partition(),
                record.offset(),
                failure);
        once(slice, Optional.of(new Deliveries.Failure(failure.toString(), MOST_TRIES)));
    }

    private void once(List<ConsumerRecord<byte[], byte[]>> slice, Optional<Deliveries.Failure> failed)
            throws SQLException, InterruptedException {
        Map<TopicPartition, Long> to = Deliveries.after(slice);
        Map<TopicPartition, Long> from = new HashMap<>(next);
        from.keySet().retainAll(to.keySet());
        List<InboxRows.Letter> aside = deliveries.deliver(slice, from, to, failed);
        next.putAll(to);
        // What only waits behind another is told of by that one.
        List<InboxRows.Letter> first = aside.stream()
                .filter(letter -> !letter.reason().equals("behind"))
                .toList();
        parked.increment(first.size());
        if (failed.isEmpty()) {
            first.forEach(this::tell);
        }
        delivered.increment(slice.size());
    }

    /** An operator finds the record by its place, and the letter by its id. */
    private void tell(InboxRows.Letter letter) {
        ConsumerRecord<byte[], byte[]> record = letter.arrived().record();
        LOG.error(
                "consumer={} topic={} partition={} offset={} letter={} is put aside ({}), its key is parked: {}",
                name,
                record.topic(),
                record.partition(),
                record.offset(),
                letter.id(),
                letter.reason(),
                letter.detail());
    }

    private void seek(
            org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> client, Collection<TopicPartition> partitions) {
        try {
            Map<TopicPartition, Long> places = deliveries.places(partitions);
            next.putAll(places);
            places.forEach(client::seek);
        } catch (SQLException away) {
            throw new Unavailable("the consumer's places cannot be read", away);
        }
    }

    private void longerPause() throws InterruptedException {
        tasks.sleep(pause);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** Reads on at the stored place of each partition that this instance is given. */
    private final class Places implements ConsumerRebalanceListener {

        private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> client;

        Places(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> client) {
            this.client = client;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            Failpoint.at("inbox.assigned");
            seek(client, partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(next::remove);
        }
    }
}
