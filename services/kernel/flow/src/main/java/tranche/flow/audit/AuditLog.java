package tranche.flow.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.avro.Schema;
import tranche.flow.read.Query;
import tranche.flow.wire.AvroBytes;
import tranche.flow.wire.AvroValues;

/**
 * Reads the event table.
 *
 * <p>A page shows what no running transaction can still slip something in front of, so whoever follows the pages misses
 * nothing. The events of one object are shown up to the last: its key is locked before anything of it is written.
 */
public final class AuditLog {

    private static final String EVENTS = """
        select e.epoch, e.xid8::text::bigint as transaction, e.seq, e.event_id, e.type, e.key, e.key_sequence,
               e.aggregate_id, e.version, e.effective_date, e.recorded_at, e.actor, e.schema, e.payload,
               e.prev_hash, e.hash, s.schema_json
          from event e
          join event_schema s on s.fingerprint = e.schema
         where (e.epoch, e.xid8, e.seq) > (?, ?::text::xid8, ?)
        """;

    private static final String SETTLED = " and e.xid8 < pg_snapshot_xmin(pg_current_snapshot())";
    private static final String OF_OBJECT = " and e.aggregate_id = ?";
    private static final String OF_TYPE = " and e.type = ?";
    private static final String ORDER = " order by e.epoch, e.xid8, e.seq limit ?";

    private static final String HEADS = """
        select key, sequence, hash
          from event_head
         where ?::uuid is null or key > ?
         order by key
         limit ?
        """;

    private final DataSource dataSource;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    public AuditLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Events in the log's order. One more than the limit, if there is one.
     *
     * @param aggregate whose events; empty for all
     * @param type full name of the record; empty for all
     */
    public List<AuditedEvent> events(
            Optional<UUID> aggregate, Optional<String> type, AuditedEvent.Place after, int limit) {
        String sql = EVENTS + (aggregate.isPresent() ? OF_OBJECT : SETTLED) + (type.isPresent() ? OF_TYPE : "") + ORDER;
        return Query.list(
                dataSource,
                sql,
                select -> {
                    select.setInt(1, after.epoch());
                    select.setString(2, Long.toString(after.transaction()));
                    select.setLong(3, after.seq());
                    int next = 4;
                    if (aggregate.isPresent()) {
                        select.setObject(next++, aggregate.get());
                    }
                    if (type.isPresent()) {
                        select.setString(next++, type.get());
                    }
                    select.setInt(next, limit + 1);
                },
                this::event);
    }

    /** The last event of each key, in the order of the keys. One more than the limit, if there is one. */
    public List<ChainHead> heads(Optional<UUID> after, int limit) {
        return Query.list(
                dataSource,
                HEADS,
                select -> {
                    select.setObject(1, after.orElse(null));
                    select.setObject(2, after.orElse(null));
                    select.setInt(3, limit + 1);
                },
                row -> new ChainHead(row.getObject("key", UUID.class), row.getLong("sequence"), hex(row, "hash")));
    }

    private AuditedEvent event(ResultSet row) throws SQLException {
        Schema written = schemas.computeIfAbsent(row.getString("schema_json"), json -> new Schema.Parser().parse(json));
        return new AuditedEvent(
                new AuditedEvent.Place(row.getInt("epoch"), row.getLong("transaction"), row.getLong("seq")),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getObject("key", UUID.class),
                row.getLong("key_sequence"),
                row.getObject("aggregate_id", UUID.class),
                row.getLong("version"),
                row.getObject("effective_date", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("actor", UUID.class),
                hex(row, "schema"),
                AvroValues.of(AvroBytes.decode(row.getBytes("payload"), 0, written)),
                hex(row, "prev_hash"),
                hex(row, "hash"));
    }

    private static String hex(ResultSet row, String column) throws SQLException {
        return HexFormat.of().formatHex(row.getBytes(column));
    }
}
