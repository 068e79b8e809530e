package tranche.auditor.topic;

import java.util.UUID;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tranche.Head;

/** A record that is an event. */
public record Arrived(ConsumerRecord<byte[], byte[]> record, UUID key, Head head, IndexedRecord event) {

    long sequence() {
        return head.getSequence();
    }

    /** Where it lies, for people. */
    String place() {
        return place(record);
    }

    static String place(ConsumerRecord<byte[], byte[]> record) {
        return "partition " + record.partition() + " offset " + record.offset();
    }
}
