package tranche.flow.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import tranche.flow.Signal;
import tranche.flow.writer.OpenTransaction;
import tranche.world.Failpoint;
import tranche.world.ids.Ids;
import tranche.world.time.Clock;

/**
 * Hands records to a consumer within one transaction: its effects, the marks of their keys, the partitions' places and the
 * consumer's own events are committed together or not at all (promise R6).
 */
final class Deliveries {

    /** Waiting records of a key that are read at a time. */
    private static final int WAITING_PAGE = 500;

    /** Before any record: no event joined on yet. */
    private static final long NOWHERE = -1;

    private final String service;
    private final Consumer consumer;
    private final InboxRows rows;
    private final Decoder decoder;
    private final DataSource dataSource;
    private final Clock clock;
    private final Ids ids;
    private final Signal written;
    private final Set<Schema> knownSchemas;

    Deliveries(
            String service,
            Consumer consumer,
            Decoder decoder,
            DataSource dataSource,
            Clock clock,
            Ids ids,
            Signal written,
            Set<Schema> knownSchemas) {
        this.service = service;
        this.consumer = consumer;
        this.rows = new InboxRows(consumer.name());
        this.decoder = decoder;
        this.dataSource = dataSource;
        this.clock = clock;
        this.ids = ids;
        this.written = written;
        this.knownSchemas = knownSchemas;
    }

    /** The stored place is not where this instance reads: another one has taken over meanwhile. */
    static final class Overtaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("another instance has taken over", null, false, false);
        }
    }

    /** Where the consumer is to read on: the stored places of partitions, begun where they are new. */
    Map<TopicPartition, Long> places(Collection<TopicPartition> partitions) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            rows.begin(connection, partitions);
            Map<TopicPartition, Long> places = rows.offsets(connection, partitions);
            connection.commit();
            return places;
        }
    }

    /**
     * Delivers a slice of a poll.
     *
     * @param from the places just before the slice, by partition
     * @param to the places just after it
     * @param failed why the slice's only record cannot be handled, if that is known: it is put aside
     * @return what was put aside
     * @throws Overtaken if a stored place is not {@code from}; nothing was written
     * @throws RuntimeException if the consumer cannot handle the slice; nothing was written
     */
    List<InboxRows.Letter> deliver(
            List<ConsumerRecord<byte[], byte[]>> slice,
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> to,
            Optional<Failure> failed)
            throws SQLException, InterruptedException {
        List<Arrived> arrived = decode(slice);
        // What is put aside has no effect: the consumer, which may be what fails, is not asked about it.
        List<Arrived> handled = failed.isPresent() ? List.of() : arrived;
        List<InboxRows.Letter> aside = new ArrayList<>();
        inTransaction(handled, transaction -> {
            Connection connection = transaction.connection();
            if (!rows.offsets(connection, from.keySet()).equals(from)) {
                throw new Overtaken();
            }
            Sorting sorting = new Sorting(rows.marks(connection, keys(arrived)));
            for (Arrived one : arrived) {
                if (failed.isPresent()) {
                    sorting.fail(ids.next(), one, failed.get().why());
                } else if (sorting.sort(ids.next(), one)) {
                    followBehindGap(transaction, sorting, one);
                }
            }
            finish(transaction, sorting, failed.map(Failure::attempts).orElse(1));
            rows.move(connection, to);
            aside.addAll(sorting.aside());
            return sorting.accepted();
        });
        return aside;
    }

    /** Why a record cannot be handled, and after how many attempts that was believed. */
    record Failure(String why, int attempts) {}

    /**
     * Hands the records that wait behind a dead letter, and the letter itself, to the consumer again, in order.
     *
     * @return how many were handled; 0 if the letter does not wait
     * @throws RuntimeException if the consumer still cannot handle one; nothing was written
     */
    int replay(UUID letter) throws SQLException, InterruptedException {
        Optional<InboxRows.TopicKey> found = keyOf(letter);
        if (found.isEmpty()) {
            return 0;
        }
        InboxRows.TopicKey at = found.get();
        List<Arrived> waiting = waitingOf(at);
        return inTransaction(waiting, transaction -> {
                    Sorting sorting = new Sorting(rows.marks(transaction.connection(), List.of(at)));
                    sorting.release(at);
                    follow(transaction, sorting, at, NOWHERE);
                    finish(transaction, sorting, 1);
                    if (sorting.mark(at).parked() != null) {
                        rows.tried(transaction.connection(), letter);
                    }
                    return sorting.accepted();
                })
                .size();
    }

    /** Counts one more vain attempt on a dead letter. */
    void tried(UUID letter) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            rows.tried(connection, letter);
        }
    }

    private Optional<InboxRows.TopicKey> keyOf(UUID letter) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return rows.keyOf(connection, letter);
        }
    }

    private List<Arrived> waitingOf(InboxRows.TopicKey at) throws SQLException, InterruptedException {
        List<InboxRows.Waiting> waiting;
        try (Connection connection = dataSource.getConnection()) {
            waiting = rows.waiting(connection, at, WAITING_PAGE);
        }
        return decode(waiting.stream().map(InboxRows.Waiting::record).toList());
    }

    private void followBehindGap(OpenTransaction transaction, Sorting sorting, Arrived arrived)
            throws SQLException, InterruptedException {
        InboxRows.TopicKey at =
                new InboxRows.TopicKey(arrived.record().topic(), arrived.key().orElseThrow());
        if ("gap".equals(sorting.mark(at).parked())) {
            follow(transaction, sorting, at, arrived.record().offset());
        }
    }

    /**
     * Takes what waits of a key as far as it joins on; when nothing is left waiting the key flows again.
     *
     * <p>A record that cannot be read stands in nobody's way once an event behind it joined on: nothing is missing where it
     * stands, so it was none of the key's events.
     *
     * @param joined offset of the last event that joined on
     */
    private void follow(OpenTransaction transaction, Sorting sorting, InboxRows.TopicKey at, long joined)
            throws SQLException, InterruptedException {
        long last = joined;
        while (true) {
            List<InboxRows.Waiting> waiting = rows.waiting(transaction.connection(), at, WAITING_PAGE);
            if (waiting.isEmpty()) {
                sorting.release(at);
                return;
            }
            List<UUID> done = new ArrayList<>();
            List<InboxRows.Waiting> unreadable = new ArrayList<>();
            for (InboxRows.Waiting one : waiting) {
                Arrived arrived = decoder.decode(one.record());
                if (arrived.content() instanceof Arrived.Unreadable) {
                    unreadable.add(one);
                } else if (arrived.content().sequence() > sorting.mark(at).sequence() + 1) {
                    break;
                } else {
                    last = sorting.sort(ids.next(), arrived)
                            ? Math.max(last, one.record().offset())
                            : last;
                    done.add(one.id());
                }
            }
            for (InboxRows.Waiting one : unreadable) {
                if (one.record().offset() < last) {
                    done.add(one.id());
                }
            }
            if (done.isEmpty()) {
                sorting.parkAgain(at);
                return;
            }
            rows.replayed(transaction.connection(), done, transaction.now());
        }
    }

    private void finish(OpenTransaction transaction, Sorting sorting, int attempts) throws SQLException {
        Connection connection = transaction.connection();
        if (!sorting.changed().isEmpty()) {
            rows.raise(connection, sorting.changed());
        }
        Failpoint.at("inbox.marks-raised");
        if (!sorting.accepted().isEmpty()) {
            consumer.handle(transaction, sorting.accepted());
        }
        Failpoint.at("inbox.effects-done");
        if (!sorting.aside().isEmpty()) {
            rows.bury(connection, sorting.aside(), attempts, transaction.now());
            Failpoint.at("inbox.parked");
        }
    }

    private List<Arrived> decode(List<ConsumerRecord<byte[], byte[]>> records)
            throws SQLException, InterruptedException {
        List<Arrived> arrived = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            arrived.add(decoder.decode(record));
        }
        return arrived;
    }

    private static Set<InboxRows.TopicKey> keys(List<Arrived> arrived) {
        Set<InboxRows.TopicKey> keys = new LinkedHashSet<>();
        arrived.forEach(one -> one.key()
                .ifPresent(key -> keys.add(new InboxRows.TopicKey(one.record().topic(), key))));
        return keys;
    }

    private interface Work {
        List<Incoming> in(OpenTransaction transaction) throws SQLException, InterruptedException;
    }

    private List<Incoming> inTransaction(List<Arrived> arrived, Work work) throws SQLException, InterruptedException {
        List<Incoming> accepted;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                OpenTransaction transaction = new OpenTransaction(service, connection, ids, clock.now(), knownSchemas);
                Set<UUID> keys = consumer.keys(connection, events(arrived));
                if (!keys.isEmpty()) {
                    transaction.lock(keys, Set.of());
                }
                accepted = work.in(transaction);
                connection.commit();
                transaction.committed();
                if (transaction.wrote()) {
                    written.raise();
                }
            } catch (SQLException | RuntimeException | InterruptedException | Error failed) {
                connection.rollback();
                throw failed;
            }
        }
        if (!accepted.isEmpty()) {
            consumer.committed(accepted);
        }
        return accepted;
    }

    private static List<Incoming> events(List<Arrived> arrived) {
        List<Incoming> events = new ArrayList<>();
        for (Arrived one : arrived) {
            if (one.content() instanceof Arrived.Known known) {
                events.add(known.event());
            }
        }
        return events;
    }

    /** The places just after a slice, by partition. */
    static Map<TopicPartition, Long> after(List<ConsumerRecord<byte[], byte[]>> slice) {
        Map<TopicPartition, Long> after = new HashMap<>();
        slice.forEach(record -> after.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1));
        return after;
    }
}
