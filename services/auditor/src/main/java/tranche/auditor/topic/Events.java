package tranche.auditor.topic;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tranche.auditor.database.Snapshot;
import tranche.auditor.event.EventRow;
import tranche.auditor.event.SchemaBook;

/**
 * Event rows by id: from the snapshot, and where a record is newer than that, from the database as it is now. A record is
 * sent after its row was committed, so a later look finds it.
 */
final class Events implements AutoCloseable {

    private static final String FIND = "select " + EventRow.COLUMNS + " from event where event_id = any(?)";

    private final Snapshot snapshot;
    private final SchemaBook schemas;
    private @Nullable Snapshot later;

    Events(Snapshot snapshot, SchemaBook schemas) {
        this.snapshot = snapshot;
        this.schemas = schemas;
    }

    Map<UUID, EventRow> find(Collection<UUID> ids) throws SQLException {
        Map<UUID, EventRow> rows = new HashMap<>();
        find(snapshot, ids, rows);
        Set<UUID> newer = new LinkedHashSet<>(ids);
        newer.removeAll(rows.keySet());
        if (!newer.isEmpty()) {
            find(fresh(), newer, rows);
        }
        return rows;
    }

    private static void find(Snapshot where, Collection<UUID> ids, Map<UUID, EventRow> rows) throws SQLException {
        where.each(
                FIND,
                row -> {
                    EventRow event = EventRow.read(row);
                    rows.put(event.id(), event);
                },
                ids);
    }

    /** Schemas with the ids that the registry has given meanwhile. */
    SchemaBook newerSchemas() throws SQLException {
        schemas.refresh(fresh());
        return schemas;
    }

    SchemaBook schemas() {
        return schemas;
    }

    /** The database after the topics' ends were read: every record's row is in it. One look serves all. */
    private Snapshot fresh() {
        if (later == null) {
            later = snapshot.later();
        }
        return later;
    }

    @Override
    public void close() {
        if (later != null) {
            later.close();
        }
    }
}
