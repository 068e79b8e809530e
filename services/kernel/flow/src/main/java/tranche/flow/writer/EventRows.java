package tranche.flow.writer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.Schema;
import tranche.flow.sql.Bind;
import tranche.flow.wire.AvroBytes;

/** The event table and the head of each key's chain. */
final class EventRows {

    private static final String HEADS =
            "select key, sequence, hash, recorded_at from event_head where key = any(?::uuid[])";

    private static final String INSERT = """
            insert into event (epoch, event_id, key, key_sequence, aggregate_type, aggregate_id, version, type, schema,
                               payload, effective_date, recorded_at, actor, causation_id, correlation_id, traceparent,
                               prev_hash, hash)
            select coalesce((select epoch from relay_place), 1),
                   event_id, key, key_sequence, aggregate_type, aggregate_id, version, type, schema, payload,
                   effective_date, recorded_at, actor, causation_id, correlation_id, traceparent, prev_hash, hash
              from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::bytea[],
                          ?::bytea[], ?::date[], ?::timestamptz[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[],
                          ?::bytea[], ?::bytea[])
                with ordinality as r(event_id, key, key_sequence, aggregate_type, aggregate_id, version, type, schema,
                                     payload, effective_date, recorded_at, actor, causation_id, correlation_id,
                                     traceparent, prev_hash, hash, place)
             order by place
            """;

    private static final String RAISE_HEADS = """
            insert into event_head (key, sequence, hash, recorded_at)
            select * from unnest(?::uuid[], ?::bigint[], ?::bytea[], ?::timestamptz[])
            on conflict (key) do update
               set sequence = excluded.sequence, hash = excluded.hash, recorded_at = excluded.recorded_at
            """;

    private static final String INSERT_SCHEMAS = """
            insert into event_schema (fingerprint, type, schema_json)
            select * from unnest(?::bytea[], ?::text[], ?::text[])
            on conflict (fingerprint) do nothing
            """;

    /** The last event of a key: what the next is numbered and chained from. */
    record Head(UUID key, long sequence, byte[] hash, Instant recordedAt) {

        private static final int HASH_BYTES = 32;

        /** The head of a key that has no event yet. */
        static Head first(UUID key) {
            return new Head(key, 0, new byte[HASH_BYTES], Instant.EPOCH);
        }
    }

    /** One row of the event table. */
    record Row(
            UUID eventId,
            UUID key,
            long sequence,
            String aggregateType,
            UUID aggregateId,
            long version,
            Schema schema,
            byte[] payload,
            LocalDate effectiveDate,
            Instant recordedAt,
            UUID actor,
            Optional<UUID> causation,
            UUID correlation,
            Optional<String> traceparent,
            byte[] prevHash,
            byte[] hash) {}

    private EventRows() {}

    static Map<UUID, Head> heads(Connection connection, Collection<UUID> keys) throws SQLException {
        Map<UUID, Head> heads = new HashMap<>();
        keys.forEach(key -> heads.put(key, Head.first(key)));
        try (PreparedStatement select = connection.prepareStatement(HEADS)) {
            Bind.rows(select, keys).uuid(key -> key);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID key = row.getObject(1, UUID.class);
                    Instant recordedAt = row.getObject(4, OffsetDateTime.class).toInstant();
                    heads.put(key, new Head(key, row.getLong(2), row.getBytes(3), recordedAt));
                }
            }
        }
        return heads;
    }

    static void insert(Connection connection, List<Row> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Bind.rows(insert, rows)
                    .uuid(Row::eventId)
                    .uuid(Row::key)
                    .bigint(Row::sequence)
                    .text(Row::aggregateType)
                    .uuid(Row::aggregateId)
                    .bigint(Row::version)
                    .text(row -> row.schema().getFullName())
                    .bytes(row -> AvroBytes.fingerprint(row.schema()))
                    .bytes(Row::payload)
                    .date(Row::effectiveDate)
                    .instant(Row::recordedAt)
                    .uuid(Row::actor)
                    .uuid(row -> row.causation().orElse(null))
                    .uuid(Row::correlation)
                    .text(row -> row.traceparent().orElse(null))
                    .bytes(Row::prevHash)
                    .bytes(Row::hash);
            insert.executeUpdate();
        }
    }

    static void raise(Connection connection, Collection<Head> heads) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(RAISE_HEADS)) {
            Bind.<Head>rows(upsert, heads)
                    .uuid(Head::key)
                    .bigint(Head::sequence)
                    .bytes(Head::hash)
                    .instant(Head::recordedAt);
            upsert.executeUpdate();
        }
    }

    /** Remembers schemas that events are written with for the first time. */
    static void remember(Connection connection, Set<Schema> schemas) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_SCHEMAS)) {
            Bind.<Schema>rows(insert, schemas)
                    .bytes(AvroBytes::fingerprint)
                    .text(Schema::getFullName)
                    .text(Schema::toString);
            insert.executeUpdate();
        }
    }
}
