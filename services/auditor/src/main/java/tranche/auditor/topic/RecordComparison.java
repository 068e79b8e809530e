package tranche.auditor.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Values;
import tranche.auditor.event.EventRow;

/** Holds a record against its row: key, number, bytes, schema and the CloudEvents headers. */
final class RecordComparison {

    private final String service;
    private final Findings findings;

    RecordComparison(String service, Findings findings) {
        this.service = service;
        this.findings = findings;
    }

    void compare(Arrived arrived, EventRow row, Optional<Integer> schemaId) {
        ConsumerRecord<byte[], byte[]> record = arrived.record();
        Map<String, @Nullable Object> expected = new LinkedHashMap<>();
        expected.put("key", row.key());
        expected.put("sequence", row.sequence());
        expected.put("schema id", schemaId.orElse(null));
        expected.put("timestamp", row.recordedAt().toEpochMilli());
        expected.put("ce_specversion", "1.0");
        expected.put("ce_id", row.id().toString());
        expected.put("ce_type", row.type());
        expected.put("ce_source", "/tranche/" + service);
        expected.put("ce_subject", row.aggregate().toString());
        expected.put("ce_time", DateTimeFormatter.ISO_INSTANT.format(row.recordedAt()));
        expected.put("content-type", "application/avro");
        expected.put("traceparent", row.traceparent());
        Map<String, @Nullable Object> found = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            found.put(header.key(), new String(header.value(), UTF_8));
        }
        found.put("key", arrived.key());
        found.put("sequence", arrived.sequence());
        found.put("schema id", ByteBuffer.wrap(record.value(), 1, Integer.BYTES).getInt());
        found.put("timestamp", record.timestamp());
        String topic = record.topic();
        String id = arrived.place() + " event " + row.id();
        Values.compare(expected, found)
                .ifPresent(different -> findings.add(Check.A06, topic, id, different.expected(), different.found()));
        int frame = record.value().length - row.payload().length;
        if (!Arrays.equals(
                        record.value(),
                        Math.max(frame, 0),
                        record.value().length,
                        row.payload(),
                        0,
                        row.payload().length)
                || frame != 1 + Integer.BYTES) {
            findings.add(
                    Check.A06,
                    topic,
                    id,
                    "the row's " + row.payload().length + " bytes",
                    "other bytes behind the frame");
        }
    }
}
