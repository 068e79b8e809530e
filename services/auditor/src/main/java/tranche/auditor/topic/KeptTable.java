package tranche.auditor.topic;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;
import tranche.auditor.database.Values;

/** A table that a consumer keeps of what it has heard: each row as the events leave it, held against what is there. */
public final class KeptTable {

    private final Check check;
    private final Snapshot kept;
    private final Findings findings;
    private final String name;
    private final String group;
    private final String select;

    /** Pictures of rows by the column that groups them, and within by their id as text. */
    private final Map<UUID, Map<String, Map<String, @Nullable Object>>> groups = new HashMap<>();

    private long expected;

    /** Of what decides who is told of what (A09). */
    public KeptTable(Snapshot kept, Findings findings, String name, String group, String id, String columns) {
        this(Check.A09, kept, findings, name, group, id, columns);
    }

    /**
     * @param check that it is a part of
     * @param group the column by which rows are looked up: those of one value come from one key's events
     * @param id the row's id within the group, in SQL
     * @param columns those that pictures have
     */
    public KeptTable(
            Check check, Snapshot kept, Findings findings, String name, String group, String id, String columns) {
        this.check = check;
        this.kept = kept;
        this.findings = findings;
        this.name = name;
        this.group = group;
        this.select = "select " + columns + ", " + group + " as group_id, (" + id + ")::text as row_id from " + name;
    }

    /** The rows of a group are looked at, even if no event makes one. */
    public void concerns(UUID groupId) {
        groups.computeIfAbsent(groupId, _ -> new LinkedHashMap<>());
    }

    /** What is heard first counts: a row is added once. */
    public void add(UUID groupId, UUID id, Map<String, @Nullable Object> picture) {
        add(groupId, id.toString(), picture);
    }

    /** The same of a row whose id is a text. */
    public void add(UUID groupId, String id, Map<String, @Nullable Object> picture) {
        groups.computeIfAbsent(groupId, _ -> new LinkedHashMap<>()).putIfAbsent(id, picture);
    }

    /** The picture of a row; null where there is none. */
    public @Nullable Map<String, @Nullable Object> row(UUID groupId, UUID id) {
        Map<String, Map<String, @Nullable Object>> rows = groups.get(groupId);
        return rows == null ? null : rows.get(id.toString());
    }

    /** The pictures of a group. */
    public List<Map<String, @Nullable Object>> rows(UUID groupId) {
        Map<String, Map<String, @Nullable Object>> rows = groups.get(groupId);
        return rows == null ? List.of() : List.copyOf(rows.values());
    }

    /** How many groups are held. */
    public int size() {
        return groups.size();
    }

    /** Compares what is held with the table, and forgets it. */
    public void compare() throws SQLException {
        List<UUID> ids = List.copyOf(groups.keySet());
        for (int from = 0; from < ids.size(); from += Snapshot.PAGE) {
            compare(ids.subList(from, Math.min(from + Snapshot.PAGE, ids.size())));
        }
        groups.values().forEach(rows -> {
            expected += rows.size();
            findings.checked(check, rows.size());
        });
        groups.clear();
    }

    private void compare(List<UUID> page) throws SQLException {
        Set<String> found = new HashSet<>();
        kept.each(
                select + " where " + group + " = any(?)",
                row -> {
                    String id = row.text("row_id");
                    found.add(id);
                    Map<String, Map<String, @Nullable Object>> rows = groups.get(row.id("group_id"));
                    Map<String, @Nullable Object> picture = rows == null ? null : rows.get(id);
                    if (picture == null) {
                        tell(id, "no row, for no event tells of it", "a row");
                        return;
                    }
                    Values.compare(picture, row.values())
                            .ifPresent(different -> tell(id, different.expected(), different.found()));
                },
                page);
        for (UUID groupId : page) {
            groups.getOrDefault(groupId, Map.of()).keySet().stream()
                    .filter(id -> !found.contains(id))
                    .forEach(id -> tell(id, "a row, for an event tells of it", "none"));
        }
    }

    /** Whether there are more rows than all events that were told make: of keys that have no events at all. */
    public void checkNumber() throws SQLException {
        long rows = kept.count("select count(*) as n from " + name);
        if (rows > expected) {
            tell("all", expected + " rows", rows + " rows");
        }
    }

    private void tell(String id, String wanted, String found) {
        findings.add(check, kept.table(name), id, wanted, found);
    }
}
