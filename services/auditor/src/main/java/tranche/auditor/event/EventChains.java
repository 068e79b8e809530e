package tranche.auditor.event;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import tranche.Head;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Row;
import tranche.auditor.database.Snapshot;
import tranche.auditor.database.Values;

/**
 * Walks a service's events, key by key: each follows the one before without a gap (A05), its hash covers it and the one
 * before, its columns say what its payload says, and the head is the last one's (A03).
 */
public final class EventChains {

    private static final String EVENTS = "select " + EventRow.COLUMNS.replaceAll("(\\w+)", "e.$1")
            + ", h.sequence as head_sequence, h.hash as head_hash, h.recorded_at as head_recorded_at"
            + " from event e left join event_head h on h.key = e.key order by e.key, e.key_sequence";

    private static final String HEADS_OF_NOTHING =
            "select key, sequence from event_head h where not exists (select from event e where e.key = h.key)";

    private static final String VERSIONS = """
        select aggregate_id, count(*) as events, max(version) as last
          from event group by aggregate_id having max(version) <> count(*) or min(version) <> 1
        """;

    private final Snapshot snapshot;
    private final SchemaBook schemas;
    private final Findings findings;
    private final EventListener listener;
    private final String table;

    private @Nullable EventRow last;

    /** Compares the head with the last event of its key; the row of that event brings it along. */
    private Runnable headCheck = () -> {};

    public EventChains(Snapshot snapshot, SchemaBook schemas, Findings findings, EventListener listener) {
        this.snapshot = snapshot;
        this.schemas = schemas;
        this.findings = findings;
        this.listener = listener;
        this.table = snapshot.table("event");
    }

    public void check() throws SQLException {
        snapshot.each(EVENTS, this::read);
        endKey();
        snapshot.each(
                HEADS_OF_NOTHING,
                row -> findings.add(
                        Check.A03,
                        snapshot.table("event_head"),
                        row.id("key"),
                        "events up to " + row.number("sequence"),
                        "none"));
        snapshot.each(
                VERSIONS,
                row -> findings.add(
                        Check.A05,
                        table,
                        "aggregate " + row.id("aggregate_id"),
                        "versions from 1 without gaps",
                        row.number("events") + " events, the last of version " + row.number("last")));
    }

    private void read(Row row) throws SQLException {
        EventRow event = EventRow.read(row);
        if (last != null && !last.key().equals(event.key())) {
            endKey();
        }
        link(event);
        checkPayload(event);
        last = event;
        headCheck = headCheck(row, event);
        findings.checked(Check.A03, 1);
    }

    private void endKey() throws SQLException {
        if (last == null) {
            return;
        }
        headCheck.run();
        findings.checked(Check.A05, 1);
        listener.end(last.key());
        last = null;
    }

    private void link(EventRow event) {
        long expectedSequence = last == null ? 1 : last.sequence() + 1;
        if (event.sequence() != expectedSequence) {
            findings.add(
                    Check.A05,
                    table,
                    "key " + event.key(),
                    "sequence " + expectedSequence,
                    "sequence " + event.sequence());
        }
        byte[] expectedPrevious = last == null ? Hashes.genesis() : last.hash();
        if (!Arrays.equals(event.previousHash(), expectedPrevious)) {
            findings.add(
                    Check.A03,
                    table,
                    event.id(),
                    "prev_hash " + Values.text(expectedPrevious),
                    "prev_hash " + Values.text(event.previousHash()));
        }
        byte[] computed = event.computedHash();
        if (!Arrays.equals(event.hash(), computed)) {
            findings.add(
                    Check.A03,
                    table,
                    event.id(),
                    "hash " + Values.text(computed) + " of its content",
                    "hash " + Values.text(event.hash()));
        }
    }

    private void checkPayload(EventRow row) throws SQLException {
        Schema schema = schemas.of(row.schema()).orElse(null);
        if (schema == null || !schema.getFullName().equals(row.type())) {
            findings.add(
                    Check.A03,
                    table,
                    row.id(),
                    "a schema of " + row.type(),
                    schema == null ? "none of this fingerprint" : schema.getFullName());
            return;
        }
        try {
            IndexedRecord event = EventReader.read(row.payload(), 0, schema);
            Head head = EventReader.head(event);
            if (head != null) {
                Values.compare(EventRow.columns(head), row.columns())
                        .ifPresent(different ->
                                findings.add(Check.A03, table, row.id(), different.expected(), different.found()));
            }
            listener.event(row, event);
        } catch (Unreadable broken) {
            findings.add(Check.A03, table, row.id(), "a record of " + row.type(), broken.getMessage());
        }
    }

    private Runnable headCheck(Row row, EventRow event) throws SQLException {
        String heads = snapshot.table("event_head");
        UUID key = event.key();
        if (row.isAbsent("head_sequence")) {
            return () -> findings.add(Check.A03, heads, key, "sequence " + event.sequence(), "no head");
        }
        long sequence = row.number("head_sequence");
        boolean whole = sequence == event.sequence()
                && Arrays.equals(row.bytes("head_hash"), event.hash())
                && row.instant("head_recorded_at").equals(event.recordedAt());
        if (whole) {
            return () -> {};
        }
        String found = "sequence " + sequence + " with hash " + Values.text(row.bytes("head_hash")) + " of "
                + row.instant("head_recorded_at");
        return () -> findings.add(
                Check.A03,
                heads,
                key,
                "sequence " + event.sequence() + " with hash " + Values.text(event.hash()) + " of "
                        + event.recordedAt(),
                found);
    }
}
