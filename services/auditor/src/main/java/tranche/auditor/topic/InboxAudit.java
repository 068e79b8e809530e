package tranche.auditor.topic;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;

/**
 * Follows what a consumer has read of a topic, by its own account: the records before its stored place, each key in order.
 * What it remembers of each key must be the last event that this leaves (A08), and no more than the topic has (A05).
 */
public final class InboxAudit {

    private static final String MARKS = "select key, sequence, parked from inbox_mark where consumer = ? and topic = ?";

    private static final String PLACE = """
        select coalesce(max(next_offset), 0) as n from inbox_offset
         where consumer = ? and topic = ? and partition = ?
        """;

    private static final String OPEN_LETTERS = """
        select count(*) as n from dead_letter
         where consumer = ? and topic = ? and key = ? and replayed_at is null
        """;

    private final Snapshot snapshot;
    private final String consumer;
    private final String topic;
    private final Applied applied;
    private final Findings findings;

    /** What the consumer remembers of a key, and what the topic makes of it. */
    private static final class Key {
        private long mark;
        private boolean hasMark;
        private @Nullable String parked;
        private long reached;
        private final TreeMap<Long, Arrived> ahead = new TreeMap<>();
    }

    private final Map<UUID, Key> keys = new HashMap<>();
    private long place;

    /** @param applied is told what the consumer has applied */
    public InboxAudit(Snapshot snapshot, String consumer, String topic, Applied applied, Findings findings) {
        this.snapshot = snapshot;
        this.consumer = consumer;
        this.topic = topic;
        this.applied = applied;
        this.findings = findings;
    }

    /** The consumers of a service that have read a topic. */
    public static List<String> consumers(Snapshot snapshot, String topic) throws SQLException {
        List<String> names = new ArrayList<>();
        if (snapshot.has("inbox_offset")) {
            snapshot.each(
                    "select consumer from inbox_offset where topic = ? union select consumer from inbox_mark"
                            + " where topic = ? order by 1",
                    row -> names.add(row.text("consumer")),
                    topic,
                    topic);
        }
        return names;
    }

    void begin(Topics.Extent extent, int partitions) throws SQLException {
        keys.clear();
        place = snapshot.count(PLACE, consumer, topic, extent.partition());
        if (place > extent.end()) {
            findings.add(
                    Check.A08,
                    snapshot.table("inbox_offset"),
                    consumer + " " + topic + " partition " + extent.partition(),
                    "a place up to " + extent.end() + ", where the partition ends",
                    place);
        }
        snapshot.each(
                MARKS,
                row -> {
                    UUID id = row.id("key");
                    if (Partitions.of(id, partitions) == extent.partition()) {
                        Key key = key(id);
                        key.mark = row.number("sequence");
                        key.hasMark = true;
                        key.parked = row.textOrNull("parked");
                    }
                },
                consumer,
                topic);
    }

    private Key key(UUID id) {
        return keys.computeIfAbsent(id, _ -> new Key());
    }

    /** A record that nobody can read parks its key, where it has one. */
    void unreadable(ConsumerRecord<byte[], byte[]> record) {
        if (record.offset() < place) {
            TopicAudit.key(record).ifPresent(this::key);
        }
    }

    void read(Arrived arrived) throws SQLException {
        if (arrived.record().offset() >= place) {
            return;
        }
        Key key = key(arrived.key());
        if (arrived.sequence() <= key.reached) {
            return;
        }
        key.ahead.putIfAbsent(arrived.sequence(), arrived);
        for (Arrived next = key.ahead.remove(key.reached + 1); next != null; next = key.ahead.remove(key.reached + 1)) {
            key.reached++;
            if (key.reached <= key.mark) {
                applied.event(next);
            }
        }
    }

    /** @param last sequence of each key in the whole partition, what lies behind the consumer's place included */
    void end(Map<UUID, Long> last) throws SQLException {
        for (Map.Entry<UUID, Key> entry : keys.entrySet()) {
            UUID id = entry.getKey();
            Key key = entry.getValue();
            if (key.hasMark || key.reached > 0) {
                findings.checked(Check.A08, 1);
                check(id, key, last.getOrDefault(id, 0L));
            }
        }
        applied.endOfPartition();
    }

    void endOfTopic() throws SQLException {
        applied.endOfTopic();
    }

    private void check(UUID id, Key key, long last) throws SQLException {
        String table = snapshot.table("inbox_mark");
        String name = consumer + " " + topic + " " + id;
        if (key.mark > last) {
            findings.add(Check.A05, table, name, "at most sequence " + last + " of the topic", "sequence " + key.mark);
        }
        if (key.parked == null ? key.mark != key.reached : key.mark > key.reached) {
            findings.add(
                    Check.A08,
                    table,
                    name,
                    "sequence " + key.reached + (key.parked == null ? "" : " at most") + ", the last of what was read",
                    key.hasMark ? "sequence " + key.mark : "no mark");
        }
        long letters = snapshot.count(OPEN_LETTERS, consumer, topic, id);
        if ((letters > 0) != (key.parked != null)) {
            findings.add(
                    Check.A08,
                    table,
                    name,
                    key.parked == null ? "parked, for it has dead letters" : "a dead letter for it is parked",
                    key.parked == null ? letters + " dead letters and no stop" : "none");
        }
    }
}
