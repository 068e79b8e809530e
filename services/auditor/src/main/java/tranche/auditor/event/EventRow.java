package tranche.auditor.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tranche.Head;
import tranche.auditor.database.Row;

/** A row of an event table. */
public record EventRow(
        UUID id,
        UUID key,
        long sequence,
        UUID aggregate,
        long version,
        String type,
        byte[] schema,
        byte[] payload,
        LocalDate effectiveDate,
        Instant recordedAt,
        UUID actor,
        @Nullable UUID causation,
        UUID correlation,
        @Nullable String traceparent,
        byte[] previousHash,
        byte[] hash) {

    /** The columns that {@link #read} needs. */
    public static final String COLUMNS = "event_id, key, key_sequence, aggregate_id, version, type, schema, payload,"
            + " effective_date, recorded_at, actor, causation_id, correlation_id, traceparent, prev_hash, hash";

    public static EventRow read(Row row) throws SQLException {
        return new EventRow(
                row.id("event_id"),
                row.id("key"),
                row.number("key_sequence"),
                row.id("aggregate_id"),
                row.number("version"),
                row.text("type"),
                row.bytes("schema"),
                row.bytes("payload"),
                row.date("effective_date"),
                row.instant("recorded_at"),
                row.id("actor"),
                row.idOrNull("causation_id"),
                row.id("correlation_id"),
                row.textOrNull("traceparent"),
                row.bytes("prev_hash"),
                row.bytes("hash"));
    }

    /** The hash that the row must have: over the one before, the id, the type, the schema's fingerprint and the payload. */
    byte[] computedHash() {
        return Hashes.sha256(previousHash, Hashes.bytes(id), type.getBytes(UTF_8), schema, payload);
    }

    /** What the columns say that the payload's head says too. */
    Map<String, @Nullable Object> columns() {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("event_id", id);
        columns.put("key_sequence", sequence);
        columns.put("aggregate_id", aggregate);
        columns.put("version", version);
        columns.put("effective_date", effectiveDate);
        columns.put("recorded_at", recordedAt);
        columns.put("actor", actor);
        columns.put("causation_id", causation);
        columns.put("correlation_id", correlation);
        return columns;
    }

    /** What a head says, by the names of the columns that say it too. */
    static Map<String, @Nullable Object> columns(Head head) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("event_id", head.getEventId());
        columns.put("key_sequence", head.getSequence());
        columns.put("aggregate_id", head.getAggregateId());
        columns.put("version", head.getVersion());
        columns.put("effective_date", head.getEffectiveDate());
        columns.put("recorded_at", head.getRecordedAt());
        columns.put("actor", head.getActorId());
        columns.put("causation_id", head.getCausationId().orElse(null));
        columns.put("correlation_id", head.getCorrelationId());
        return columns;
    }
}
