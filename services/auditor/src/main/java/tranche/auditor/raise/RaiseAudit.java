package tranche.auditor.raise;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;
import tranche.auditor.database.Values;
import tranche.auditor.topic.Applied;
import tranche.auditor.topic.Arrived;

/**
 * Holds the rows of the raise against what the applied events make of it (A07), and its changes against the events
 * themselves, one each (A08). One partition's objects are held at a time.
 */
public final class RaiseAudit implements Applied {

    private final Snapshot portal;
    private final Snapshot source;
    private final Findings findings;
    private final ChangeAudit changes;
    private final Pictures pictures = new Pictures();
    private final Map<RaiseTable, long[]> expectedRows = RaiseTable.counters();

    /**
     * @param portal the database that keeps the raise
     * @param source the database whose events the topic carries: rows without an event there are strangers
     */
    public RaiseAudit(Snapshot portal, Snapshot source, Findings findings) {
        this.portal = portal;
        this.source = source;
        this.findings = findings;
        this.changes = new ChangeAudit(portal, source, findings);
    }

    @Override
    public void event(Arrived arrived) throws SQLException {
        pictures.apply(arrived.event());
        changes.event(arrived);
    }

    @Override
    public void endOfPartition() throws SQLException {
        changes.endOfPartition();
        for (RaiseTable table : RaiseTable.values()) {
            compare(table, pictures.of(table));
        }
        pictures.clear();
    }

    private void compare(RaiseTable table, Map<UUID, Map<String, @Nullable Object>> expected) throws SQLException {
        long[] count = expectedRows.get(table);
        if (count != null) {
            count[0] += expected.size();
        }
        List<UUID> ids = List.copyOf(expected.keySet());
        for (int from = 0; from < ids.size(); from += Snapshot.PAGE) {
            compare(table, ids.subList(from, Math.min(from + Snapshot.PAGE, ids.size())), expected);
        }
    }

    private void compare(RaiseTable table, List<UUID> ids, Map<UUID, Map<String, @Nullable Object>> expected)
            throws SQLException {
        String name = portal.table(table.table());
        Set<UUID> missing = new HashSet<>(ids);
        portal.each(
                "select " + table.columns() + " from " + table.table() + " where " + table.id() + " = any(?)",
                row -> {
                    UUID id = row.id(table.id());
                    missing.remove(id);
                    Map<String, @Nullable Object> picture = expected.getOrDefault(id, Map.of());
                    Values.compare(picture, row.values())
                            .ifPresent(different ->
                                    findings.add(Check.A07, name, id, different.expected(), different.found()));
                },
                ids);
        findings.checked(Check.A07, ids.size());
        missing.forEach(id -> findings.add(Check.A07, name, id, "a row, for it has events", "none"));
    }

    @Override
    public void endOfTopic() throws SQLException {
        changes.endOfTopic();
        for (Map.Entry<RaiseTable, long[]> entry : expectedRows.entrySet()) {
            RaiseTable table = entry.getKey();
            if (table.service().equals(source.service())) {
                Strangers.check(
                        portal, source, table.table(), table.id(), "aggregate_id", entry.getValue()[0], findings);
            }
        }
    }
}
