package tranche.flow.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import tranche.flow.sql.Bind;
import tranche.flow.wire.RecordHeaders;

/** A consumer's places, marks and dead letters. */
final class InboxRows {

    private static final String FIRST_OFFSETS = """
        insert into inbox_offset (consumer, topic, partition, next_offset)
        select ?, topic, partition, 0 from unnest(?::text[], ?::integer[]) as p(topic, partition)
        on conflict do nothing
        """;

    private static final String OFFSETS = """
        select o.topic, o.partition, o.next_offset
          from inbox_offset o
         where o.consumer = ?
           and (o.topic, o.partition) in (select * from unnest(?::text[], ?::integer[]))
         order by o.topic, o.partition
           for update
        """;

    private static final String MOVE = """
        update inbox_offset o
           set next_offset = moved.next_offset
          from unnest(?::text[], ?::integer[], ?::bigint[]) as moved(topic, partition, next_offset)
         where o.consumer = ? and (o.topic, o.partition) = (moved.topic, moved.partition)
        """;

    private static final String MARKS = """
        select m.topic, m.key, m.sequence, m.parked
          from inbox_mark m
         where m.consumer = ? and (m.topic, m.key) in (select * from unnest(?::text[], ?::uuid[]))
         order by m.topic, m.key
           for update
        """;

    private static final String RAISE = """
        insert into inbox_mark (consumer, topic, key, sequence, parked)
        select ?, * from unnest(?::text[], ?::uuid[], ?::bigint[], ?::text[])
        on conflict (consumer, topic, key) do update set sequence = excluded.sequence, parked = excluded.parked
        """;

    private static final String BURY = """
        insert into dead_letter (id, consumer, topic, partition, record_offset, key, sequence, event_id, type,
                                 headers, record_key, record_value, reason, detail, attempts, parked_since)
        select id, ?, topic, partition, record_offset, key, sequence, event_id, type, headers::jsonb, record_key,
               record_value, reason, detail, ?, ?
          from unnest(?::uuid[], ?::text[], ?::integer[], ?::bigint[], ?::uuid[], ?::bigint[], ?::uuid[], ?::text[],
                      ?::text[], ?::bytea[], ?::bytea[], ?::text[], ?::text[])
            as d(id, topic, partition, record_offset, key, sequence, event_id, type, headers, record_key,
                 record_value, reason, detail)
        on conflict (consumer, topic, partition, record_offset) do nothing
        """;

    private static final String WAITING = """
        select topic, partition, record_offset, headers::text, record_key, record_value, id
          from dead_letter
         where consumer = ? and topic = ? and key = ? and replayed_at is null
         order by sequence, record_offset
         limit ?
        """;

    private static final String REPLAYED = "update dead_letter set replayed_at = ? where id = any(?::uuid[])";

    private static final String TRIED = "update dead_letter set attempts = attempts + 1 where id = ?";

    private static final String KEY_OF =
            "select topic, key from dead_letter where id = ? and consumer = ? and replayed_at is null";

    /** A key of a topic. */
    record TopicKey(String topic, UUID key) {}

    /**
     * How far a key was applied.
     *
     * @param parked {@code gap} while an earlier event is missing, {@code failed} until an operator replays; null: it flows
     */
    record Mark(TopicKey at, long sequence, @Nullable String parked) {}

    /** A record that is put aside. */
    record Letter(UUID id, Arrived arrived, String reason, String detail) {}

    /** A record that waits. */
    record Waiting(UUID id, ConsumerRecord<byte[], byte[]> record) {}

    private final String consumer;

    InboxRows(String consumer) {
        this.consumer = consumer;
    }

    /** Gives partitions that are seen for the first time a place: their beginning. */
    void begin(Connection connection, Collection<TopicPartition> partitions) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(FIRST_OFFSETS)) {
            insert.setString(1, consumer);
            Bind.<TopicPartition>rowsFrom(insert, 2, partitions)
                    .text(TopicPartition::topic)
                    .integer(TopicPartition::partition);
            insert.executeUpdate();
        }
    }

    /** The stored places of partitions, locked until the end of the transaction. */
    Map<TopicPartition, Long> offsets(Connection connection, Collection<TopicPartition> partitions)
            throws SQLException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(OFFSETS)) {
            select.setString(1, consumer);
            Bind.<TopicPartition>rowsFrom(select, 2, partitions)
                    .text(TopicPartition::topic)
                    .integer(TopicPartition::partition);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    offsets.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                }
            }
        }
        return offsets;
    }

    void move(Connection connection, Map<TopicPartition, Long> next) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE)) {
            Bind.<Map.Entry<TopicPartition, Long>>rows(update, next.entrySet())
                    .text(entry -> entry.getKey().topic())
                    .integer(entry -> entry.getKey().partition())
                    .bigint(Map.Entry::getValue);
            update.setString(4, consumer);
            update.executeUpdate();
        }
    }

    /** The marks of keys, locked until the end of the transaction; a key seen first has none. */
    Map<TopicKey, Mark> marks(Connection connection, Collection<TopicKey> keys) throws SQLException {
        Map<TopicKey, Mark> marks = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(MARKS)) {
            select.setString(1, consumer);
            Bind.<TopicKey>rowsFrom(select, 2, keys).text(TopicKey::topic).uuid(TopicKey::key);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    TopicKey at = new TopicKey(row.getString(1), row.getObject(2, UUID.class));
                    marks.put(at, new Mark(at, row.getLong(3), row.getString(4)));
                }
            }
        }
        return marks;
    }

    void raise(Connection connection, Collection<Mark> marks) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(RAISE)) {
            upsert.setString(1, consumer);
            Bind.<Mark>rowsFrom(upsert, 2, marks)
                    .text(mark -> mark.at().topic())
                    .uuid(mark -> mark.at().key())
                    .bigint(Mark::sequence)
                    .text(Mark::parked);
            upsert.executeUpdate();
        }
    }

    void bury(Connection connection, List<Letter> letters, int attempts, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BURY)) {
            insert.setString(1, consumer);
            insert.setInt(2, attempts);
            insert.setObject(3, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            Bind.<Letter>rowsFrom(insert, 4, letters)
                    .uuid(Letter::id)
                    .text(letter -> letter.arrived().record().topic())
                    .integer(letter -> letter.arrived().record().partition())
                    .bigint(letter -> letter.arrived().record().offset())
                    .uuid(letter -> letter.arrived().key().orElse(null))
                    .bigint(letter -> letter.arrived().content().sequence())
                    .uuid(letter -> known(letter)
                            .map(event -> event.head().getEventId())
                            .orElse(null))
                    .text(letter -> known(letter).map(Incoming::type).orElse(null))
                    .text(letter -> RecordHeaders.json(letter.arrived().record().headers()))
                    .bytes(letter -> letter.arrived().record().key())
                    .bytes(letter ->
                            Objects.requireNonNullElse(letter.arrived().record().value(), new byte[0]))
                    .text(Letter::reason)
                    .text(Letter::detail);
            insert.executeUpdate();
        }
    }

    private static Optional<Incoming> known(Letter letter) {
        return letter.arrived().content() instanceof Arrived.Known known
                ? Optional.of(known.event())
                : Optional.empty();
    }

    /** What waits of a key, in order. */
    List<Waiting> waiting(Connection connection, TopicKey at, int limit) throws SQLException {
        List<Waiting> waiting = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(WAITING)) {
            select.setString(1, consumer);
            select.setString(2, at.topic());
            select.setObject(3, at.key());
            select.setInt(4, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                            row.getString(1), row.getInt(2), row.getLong(3), row.getBytes(5), row.getBytes(6));
                    RecordHeaders.ofJson(row.getString(4))
                            .forEach(header -> record.headers().add(header));
                    waiting.add(new Waiting(row.getObject(7, UUID.class), record));
                }
            }
        }
        return waiting;
    }

    void replayed(Connection connection, Collection<UUID> letters, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(REPLAYED)) {
            update.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            Bind.<UUID>rowsFrom(update, 2, letters).uuid(id -> id);
            update.executeUpdate();
        }
    }

    /** Counts one more vain attempt. */
    void tried(Connection connection, UUID letter) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(TRIED)) {
            update.setObject(1, letter);
            update.executeUpdate();
        }
    }

    /** The key that a waiting dead letter belongs to. */
    Optional<TopicKey> keyOf(Connection connection, UUID letter) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KEY_OF)) {
            select.setObject(1, letter);
            select.setString(2, consumer);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                UUID key = row.getObject(2, UUID.class);
                return key == null ? Optional.empty() : Optional.of(new TopicKey(row.getString(1), key));
            }
        }
    }
}
