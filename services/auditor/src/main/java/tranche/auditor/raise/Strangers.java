package tranche.auditor.raise;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;

/** Finds rows of a read model that no event explains: only where there are more rows than events ask for. */
final class Strangers {

    private Strangers() {}

    /**
     * @param event the column of the event table that the id is one of
     * @param expected how many rows the applied events make
     */
    static void check(
            Snapshot portal, Snapshot source, String table, String id, String event, long expected, Findings findings)
            throws SQLException {
        long found = portal.count("select count(*) as n from " + table);
        if (found <= expected) {
            return;
        }
        findings.add(Check.A07, portal.table(table), "all", expected + " rows", found + " rows");
        List<UUID> page = new ArrayList<>();
        portal.each("select " + id + " from " + table, row -> {
            page.add(row.id(id));
            if (page.size() == Snapshot.PAGE) {
                name(portal, source, table, event, page, findings);
                page.clear();
            }
        });
        name(portal, source, table, event, page, findings);
    }

    private static void name(
            Snapshot portal, Snapshot source, String table, String event, List<UUID> ids, Findings findings)
            throws SQLException {
        Set<UUID> unknown = new HashSet<>(ids);
        source.each(
                "select distinct " + event + " as id from event where " + event + " = any(?)",
                row -> unknown.remove(row.id("id")),
                ids);
        unknown.forEach(id -> findings.add(Check.A07, portal.table(table), id, "no row, for it has no event", "a row"));
    }
}
