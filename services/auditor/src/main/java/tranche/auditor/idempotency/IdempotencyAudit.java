package tranche.auditor.idempotency;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;

/**
 * An answer that is kept names the event that it stands for, and that event is there; a foreign reference names one
 * object, and the object bears it (A18).
 */
public final class IdempotencyAudit {

    /**
     * A position is {@code service/key/sequence}, several of them separated by commas where one request had effects on
     * several keys; sequence 0 is that of a request with no effect on a key without events.
     */
    private static final String ANSWERS = """
        select k.account, k.operation, k.key, mark.text as mark, k.recorded_at, e.recorded_at as event_recorded_at,
               shape.is_right
          from idempotency_key k
         cross join lateral unnest(string_to_array(k.position, ',')) as mark(text)
         cross join lateral (select mark.text ~ ('^' || ? || '/[0-9a-f-]{36}/[0-9]{1,18}$') as is_right) shape
          left join event e
            on e.key = case when shape.is_right then split_part(mark.text, '/', 2)::uuid end
           and e.key_sequence = case when shape.is_right then split_part(mark.text, '/', 3)::bigint end
        """;

    /** The tables of the collections whose objects may have a foreign identity. */
    private static final Map<String, String> COLLECTIONS = Map.of(
            "programmes", "programme",
            "funds", "fund",
            "investors", "investor",
            "commitments", "commitment",
            "projects", "project",
            "milestones", "milestone");

    private IdempotencyAudit() {}

    public static void checkAnswers(Snapshot snapshot, Findings findings) throws SQLException {
        String table = snapshot.table("idempotency_key");
        snapshot.each(
                ANSWERS,
                row -> {
                    findings.checked(Check.A18, 1);
                    String id = row.id("account") + " " + row.text("operation") + " " + row.text("key");
                    String position = row.text("mark");
                    if (!row.truth("is_right")) {
                        findings.add(Check.A18, table, id, "a position in " + snapshot.service(), position);
                    } else if (row.isAbsent("event_recorded_at")) {
                        if (!position.endsWith("/0")) {
                            findings.add(Check.A18, table, id, "the event at " + position, "none");
                        }
                    } else if (row.instant("event_recorded_at").isAfter(row.instant("recorded_at"))) {
                        findings.add(
                                Check.A18,
                                table,
                                id,
                                "an event recorded by " + row.instant("recorded_at"),
                                row.instant("event_recorded_at"));
                    }
                },
                snapshot.service());
    }

    /** Each way round: a reference whose object does not bear it, an object whose reference is not kept. */
    public static void checkForeignIdentities(Snapshot snapshot, Findings findings) throws SQLException {
        String table = snapshot.table("foreign_identity");
        for (Map.Entry<String, String> collection : COLLECTIONS.entrySet()) {
            String object = collection.getValue();
            if (!snapshot.has(object + "_version")) {
                continue;
            }
            snapshot.each(
                    "select coalesce(f.source_system, o.source_system) as system, coalesce(f.external_ref,"
                            + " o.external_ref) as ref, f.id as kept, o." + object + "_id as bearer"
                            + " from (select * from foreign_identity where collection = ?) f full join (select * from "
                            + object + " where external_ref is not null) o"
                            + " on (o.source_system, o.external_ref) = (f.source_system, f.external_ref)",
                    row -> {
                        findings.checked(Check.A18, 1);
                        Object kept = row.idOrNull("kept");
                        Object bearer = row.idOrNull("bearer");
                        if (kept == null || !kept.equals(bearer)) {
                            findings.add(
                                    Check.A18,
                                    table,
                                    collection.getKey() + " " + List.of(row.text("system"), row.text("ref")),
                                    kept == null ? "the reference of " + bearer : "the object " + kept,
                                    kept == null ? null : bearer);
                        }
                    },
                    collection.getKey());
        }
    }
}
