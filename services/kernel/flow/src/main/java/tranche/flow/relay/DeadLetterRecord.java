package tranche.flow.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.producer.ProducerRecord;
import tranche.flow.wire.RecordHeaders;

/** A dead letter on its way to {@code <topic>.dead}: the record as it came, with who could not handle it and why. */
final class DeadLetterRecord {

    private DeadLetterRecord() {}

    static ProducerRecord<byte[], byte[]> of(String service, RelayRows.DeadLetter letter) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(letter.topic() + ".dead", null, null, letter.key(), letter.value());
        RecordHeaders.ofJson(letter.headersJson())
                .forEach(header -> record.headers().add(header));
        record.headers().add("tranche_consumer", (service + "." + letter.consumer()).getBytes(UTF_8));
        record.headers().add("tranche_reason", letter.reason().getBytes(UTF_8));
        record.headers().add("tranche_detail", letter.detail().getBytes(UTF_8));
        return record;
    }
}
