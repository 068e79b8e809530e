package tranche.flow.inbox;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tranche.Head;
import tranche.flow.wire.AvroBytes;
import tranche.flow.wire.Frame;

/** Reads records into events. Whatever is wrong with a record is found here and told as a value. */
final class Decoder {

    private final Schemas schemas;

    Decoder(Schemas schemas) {
        this.schemas = schemas;
    }

    Arrived decode(ConsumerRecord<byte[], byte[]> record) throws SQLException, InterruptedException {
        Optional<UUID> key = key(record.key());
        if (key.isEmpty()) {
            return new Arrived(record, key, new Arrived.Unreadable("the record's key is no id"));
        }
        return new Arrived(record, key, content(record, key.get()));
    }

    private Arrived.Content content(ConsumerRecord<byte[], byte[]> record, UUID key)
            throws SQLException, InterruptedException {
        if (record.value() == null) {
            return new Arrived.Unreadable("the record has no value");
        }
        try {
            int id = Frame.schemaId(record.value());
            Optional<Schema> written = schemas.find(id);
            return written.isPresent()
                    ? event(record, key, written.get())
                    : new Arrived.Unreadable("the registry knows no schema " + id);
        } catch (AvroRuntimeException | IllegalArgumentException | java.io.UncheckedIOException broken) {
            return unreadable(broken);
        } catch (IndexOutOfBoundsException | ClassCastException | NegativeArraySizeException broken) {
            // Avro's decoders answer some torn bodies with these.
            return unreadable(broken);
        }
    }

    private static Arrived.Content event(ConsumerRecord<byte[], byte[]> record, UUID key, Schema written) {
        Optional<Class<? extends SpecificRecordBase>> type = classOf(written);
        if (type.isEmpty()) {
            GenericRecord generic = AvroBytes.decode(record.value(), Frame.HEAD, written);
            GenericRecord head = (GenericRecord) generic.get("head");
            return new Arrived.Newer((Long) head.get("sequence"));
        }
        SpecificRecordBase event = AvroBytes.decode(record.value(), Frame.HEAD, written, type.get());
        if (!(event.get(0) instanceof Head head)) {
            return new Arrived.Unreadable("the record " + written.getFullName() + " has no head");
        }
        if (head.getSequence() < 1) {
            return new Arrived.Unreadable("the head's sequence is below 1");
        }
        return new Arrived.Known(
                new Incoming(record.topic(), key, head, written.getFullName(), event, traceparent(record)));
    }

    @SuppressWarnings("unchecked") // a generated class of an Avro record extends SpecificRecordBase
    private static Optional<Class<? extends SpecificRecordBase>> classOf(Schema written) {
        @Nullable Class<?> type = SpecificData.get().getClass(written);
        return type != null && SpecificRecordBase.class.isAssignableFrom(type)
                ? Optional.of((Class<? extends SpecificRecordBase>) type)
                : Optional.empty();
    }

    private static Arrived.Unreadable unreadable(RuntimeException broken) {
        return new Arrived.Unreadable(broken.getClass().getSimpleName() + ": " + broken.getMessage());
    }

    private static Optional<UUID> key(byte @Nullable [] bytes) {
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(new String(bytes, StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static Optional<String> traceparent(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader("traceparent");
        return header == null ? Optional.empty() : Optional.of(new String(header.value(), StandardCharsets.US_ASCII));
    }
}
