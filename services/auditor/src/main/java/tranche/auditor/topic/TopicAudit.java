package tranche.auditor.topic;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tranche.Head;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;
import tranche.auditor.event.EventReader;
import tranche.auditor.event.EventRow;
import tranche.auditor.event.SchemaBook;
import tranche.auditor.event.Unreadable;

/**
 * Holds a service's topic against its event table (A05, A06) and hands what it reads to the consumers' audits. One
 * partition's keys are held at a time.
 */
public final class TopicAudit {

    private static final String HEADS = "select key, sequence from event_head";

    /** A row before the relay's place was acknowledged by the broker; a later one may be on its way. */
    private static final String UNSEEN = """
        select event_id, key_sequence,
               coalesce((epoch, xid8, seq) <= (select sent_epoch, sent_xid8, sent_seq from relay_place), false) as sent
          from event where key = ? and key_sequence > ? order by key_sequence
        """;

    private static final int FRAME_HEAD = 5;

    private final String topic;
    private final Snapshot snapshot;
    private final Events events;
    private final Topics topics;
    private final List<InboxAudit> inboxes;
    private final Findings findings;
    private final RecordComparison comparison;

    /** The last sequence of each key of the partition that is being read. */
    private final Map<UUID, Long> last = new HashMap<>();

    private long onTheirWay;

    public TopicAudit(
            Snapshot snapshot, SchemaBook schemas, Topics topics, List<InboxAudit> inboxes, Findings findings) {
        this.topic = snapshot.service() + ".events";
        this.snapshot = snapshot;
        this.events = new Events(snapshot, schemas);
        this.topics = topics;
        this.inboxes = inboxes;
        this.findings = findings;
        this.comparison = new RecordComparison(snapshot.service(), findings);
    }

    public void check() throws SQLException {
        List<Topics.Extent> partitions = topics.partitions(topic);
        try (events) {
            for (Topics.Extent extent : partitions) {
                last.clear();
                checkBeginning(extent);
                for (InboxAudit inbox : inboxes) {
                    inbox.begin(extent, partitions.size());
                }
                topics.each(topic, extent, this::read);
                checkUnseen(extent.partition(), partitions.size());
                for (InboxAudit inbox : inboxes) {
                    inbox.end(last);
                }
            }
            if (partitions.isEmpty()) {
                checkUnseen(0, 1);
            }
            for (InboxAudit inbox : inboxes) {
                inbox.endOfTopic();
            }
        }
        if (onTheirWay > 0) {
            findings.note(
                    Check.A06, onTheirWay + " events of " + topic + " on their way: the relay has yet to send them");
        }
    }

    private void checkBeginning(Topics.Extent extent) {
        if (extent.beginning() > 0) {
            findings.add(
                    Check.A06,
                    topic,
                    "partition " + extent.partition(),
                    "records from offset 0",
                    "none before offset " + extent.beginning());
        }
    }

    private void read(List<ConsumerRecord<byte[], byte[]>> records) throws SQLException {
        List<Arrived> arrived = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Optional<Arrived> event = decode(record);
            event.ifPresent(arrived::add);
            if (event.isEmpty()) {
                for (InboxAudit inbox : inboxes) {
                    inbox.unreadable(record);
                }
            }
        }
        Map<UUID, EventRow> rows =
                events.find(arrived.stream().map(one -> one.head().getEventId()).toList());
        for (Arrived one : arrived) {
            findings.checked(Check.A06, 1);
            number(one);
            EventRow row = rows.get(one.head().getEventId());
            if (row == null) {
                findings.add(
                        Check.A06,
                        topic,
                        one.place(),
                        "a row of event " + one.head().getEventId(),
                        "none");
            } else {
                comparison.compare(one, row, events.schemas().idOf(row.schema()));
            }
            for (InboxAudit inbox : inboxes) {
                inbox.read(one);
            }
        }
    }

    /** First occurrences come without gaps; what was sent twice is not news. */
    private void number(Arrived one) {
        long before = last.getOrDefault(one.key(), 0L);
        if (one.sequence() > before + 1) {
            findings.add(
                    Check.A05,
                    topic,
                    one.place() + " key " + one.key(),
                    "sequence " + (before + 1),
                    "sequence " + one.sequence());
        }
        last.put(one.key(), Math.max(before, one.sequence()));
    }

    private Optional<Arrived> decode(ConsumerRecord<byte[], byte[]> record) throws SQLException {
        Optional<UUID> key = key(record);
        if (key.isEmpty()) {
            return refused(record, "a key that is an id", "none");
        }
        byte[] value = record.value();
        if (value == null || value.length < FRAME_HEAD || value[0] != 0) {
            return refused(record, "a value in the registry's wire format", "none");
        }
        int schemaId = ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
        Optional<Schema> schema = schema(schemaId);
        if (schema.isEmpty()) {
            return refused(record, "a schema of " + topic, "schema id " + schemaId);
        }
        try {
            IndexedRecord event = EventReader.read(value, FRAME_HEAD, schema.get());
            Head head = EventReader.head(event);
            return head == null
                    ? refused(record, "an event", schema.get().getFullName())
                    : Optional.of(new Arrived(record, key.get(), head, event));
        } catch (Unreadable broken) {
            return refused(record, "a record of " + schema.get().getFullName(), String.valueOf(broken.getMessage()));
        }
    }

    private Optional<Schema> schema(int id) throws SQLException {
        Optional<Schema> known = events.schemas().of(id);
        return known.isPresent() ? known : events.newerSchemas().of(id);
    }

    private Optional<Arrived> refused(ConsumerRecord<byte[], byte[]> record, String expected, String found) {
        findings.checked(Check.A06, 1);
        findings.add(Check.A06, topic, Arrived.place(record), expected, found);
        return Optional.empty();
    }

    static Optional<UUID> key(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(new String(record.key(), StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private void checkUnseen(int partition, int count) throws SQLException {
        List<UUID> behind = new ArrayList<>();
        snapshot.each(HEADS, row -> {
            UUID key = row.id("key");
            if (Partitions.of(key, count) == partition && row.number("sequence") > last.getOrDefault(key, 0L)) {
                behind.add(key);
            }
        });
        for (UUID key : behind) {
            snapshot.each(
                    UNSEEN,
                    row -> {
                        if (row.truth("sent")) {
                            findings.add(
                                    Check.A06,
                                    snapshot.table("event"),
                                    row.id("event_id"),
                                    "a record in " + topic + ", for the relay is past it",
                                    "none of sequence " + row.number("key_sequence") + " of key " + key);
                        } else {
                            onTheirWay++;
                        }
                    },
                    key,
                    last.getOrDefault(key, 0L));
        }
    }
}
