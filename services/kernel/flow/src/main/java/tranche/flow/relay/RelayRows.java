package tranche.flow.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tranche.flow.sql.Bind;

/** What the relay reads and writes: committed rows in order, its place among them, schemas' ids, dead letters. */
final class RelayRows {

    /** Only one relay works on a database. The lock is a session's, so it ends with its holder; the number is arbitrary. */
    private static final String LEAD = "select pg_try_advisory_lock(7214003)";

    private static final String FOLLOW = "select pg_advisory_unlock_all()";

    private static final String SYSTEM = "select system_identifier::text from pg_control_system()";

    private static final String PLACE =
            "select system_identifier, epoch, sent_epoch, sent_xid8::text, sent_seq from relay_place";

    private static final String FIRST_PLACE = """
            insert into relay_place (system_identifier, epoch, sent_epoch, sent_xid8, sent_seq)
            values (?, 1, 0, '0'::xid8, 0)
            """;

    private static final String NEXT_EPOCH = "update relay_place set system_identifier = ?, epoch = epoch + 1";

    /**
     * Rows of an older epoch came with a restored database, so all of them are committed. The order names the table's own
     * columns: a bare {@code xid8} would be the text beside it, which puts 1000 before 999.
     */
    private static final String NEXT = """
            select epoch, xid8::text, seq, event_id, key, aggregate_id, type, schema, payload, recorded_at, traceparent
              from event
             where (epoch, xid8, seq) > (?, ?::xid8, ?)
               and (epoch < ? or xid8 < pg_snapshot_xmin(pg_current_snapshot()))
             order by event.epoch, event.xid8, event.seq
             limit ?
            """;

    private static final String MOVE = "update relay_place set sent_epoch = ?, sent_xid8 = ?::xid8, sent_seq = ?";

    private static final String SCHEMA =
            "select type, schema_json, registry_id from event_schema where fingerprint = ?";

    private static final String SCHEMA_ID = "update event_schema set registry_id = ? where fingerprint = ?";

    private static final String DEAD = """
            select id, consumer, topic, reason, detail, record_key, record_value, headers::text
              from dead_letter
             where not copied and reason <> 'behind'
             order by parked_since, id
             limit 100
            """;

    private static final String COPIED = "update dead_letter set copied = true where id = any(?::uuid[])";

    /** How far the relay has sent. */
    record Place(String systemIdentifier, int epoch, int sentEpoch, String sentXid8, long sentSeq) {

        Place after(Row row) {
            return new Place(systemIdentifier, epoch, row.epoch(), row.xid8(), row.seq());
        }
    }

    /** A committed event, as stored. */
    record Row(
            int epoch,
            String xid8,
            long seq,
            UUID eventId,
            UUID key,
            UUID aggregateId,
            String type,
            byte[] schema,
            byte[] payload,
            Instant recordedAt,
            Optional<String> traceparent) {

        /** The schema's fingerprint in a form that can be looked up in a map. */
        String fingerprint() {
            return HexFormat.of().formatHex(schema);
        }
    }

    /** A schema that events were written with. */
    record WrittenSchema(String type, String json, Optional<Integer> registryId) {}

    /** A record that a consumer of this service could not handle. */
    record DeadLetter(
            UUID id,
            String consumer,
            String topic,
            String reason,
            String detail,
            byte @Nullable [] key,
            byte[] value,
            String headersJson) {}

    private RelayRows() {}

    static boolean lead(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LEAD);
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Gives the lead back; with a connection that is gone it is gone already. */
    static void follow(Connection connection) throws SQLException {
        if (connection.isValid(1)) {
            try (PreparedStatement select = connection.prepareStatement(FOLLOW)) {
                select.execute();
            }
        }
    }

    /** The relay's place; where the database server is another one than last time, in a new epoch. */
    static Place place(Connection connection) throws SQLException {
        String system = text(connection, SYSTEM);
        Optional<Place> found = find(connection);
        if (found.isEmpty()) {
            update(connection, FIRST_PLACE, system);
        } else if (!found.get().systemIdentifier().equals(system)) {
            update(connection, NEXT_EPOCH, system);
        } else {
            return found.get();
        }
        return find(connection).orElseThrow();
    }

    private static Optional<Place> find(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PLACE);
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(
                            new Place(row.getString(1), row.getInt(2), row.getInt(3), row.getString(4), row.getLong(5)))
                    : Optional.empty();
        }
    }

    static List<Row> next(Connection connection, Place place, int limit) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setInt(1, place.sentEpoch());
            select.setString(2, place.sentXid8());
            select.setLong(3, place.sentSeq());
            select.setInt(4, place.epoch());
            select.setInt(5, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getInt(1),
                            row.getString(2),
                            row.getLong(3),
                            row.getObject(4, UUID.class),
                            row.getObject(5, UUID.class),
                            row.getObject(6, UUID.class),
                            row.getString(7),
                            row.getBytes(8),
                            row.getBytes(9),
                            row.getObject(10, OffsetDateTime.class).toInstant(),
                            Optional.ofNullable(row.getString(11))));
                }
            }
        }
        return rows;
    }

    static void move(Connection connection, Place place) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setInt(1, place.sentEpoch());
            update.setString(2, place.sentXid8());
            update.setLong(3, place.sentSeq());
            update.executeUpdate();
        }
    }

    static WrittenSchema schema(Connection connection, byte[] fingerprint) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SCHEMA)) {
            select.setBytes(1, fingerprint);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("R4: an event's schema is not remembered");
                }
                return new WrittenSchema(
                        row.getString(1), row.getString(2), Optional.ofNullable(row.getObject(3, Integer.class)));
            }
        }
    }

    static void storeSchemaId(Connection connection, byte[] fingerprint, int id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(SCHEMA_ID)) {
            update.setInt(1, id);
            update.setBytes(2, fingerprint);
            update.executeUpdate();
        }
    }

    static List<DeadLetter> dead(Connection connection) throws SQLException {
        List<DeadLetter> letters = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(DEAD);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                letters.add(new DeadLetter(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBytes(6),
                        row.getBytes(7),
                        row.getString(8)));
            }
        }
        return letters;
    }

    static void copied(Connection connection, List<DeadLetter> letters) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(COPIED)) {
            Bind.<DeadLetter>rows(update, letters).uuid(DeadLetter::id);
            update.executeUpdate();
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private static void update(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, value);
            update.executeUpdate();
        }
    }
}
