package tranche.auditor.event;

import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.jspecify.annotations.Nullable;
import tranche.Head;

/** Reads payloads into events. */
public final class EventReader {

    private EventReader() {}

    /**
     * Reads a body whole.
     *
     * @param body bare Avro bytes after {@code from}
     * @param written the schema it was written with
     * @return the generated class's record; of a type that is newer than this program a generic one
     * @throws Unreadable if the bytes are not of the schema, or are more than it asks for
     */
    public static IndexedRecord read(byte[] body, int from, Schema written) throws Unreadable {
        @Nullable Class<?> type = SpecificData.get().getClass(written);
        DatumReader<IndexedRecord> reader;
        if (type == null) {
            reader = new GenericDatumReader<>(written);
        } else {
            SpecificData model = SpecificData.getForClass(type);
            reader = new SpecificDatumReader<>(written, model.getSchema(type), model);
        }
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(body, from, body.length - from, null);
        try {
            IndexedRecord record = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new Unreadable("there are bytes behind the record");
            }
            return record;
        } catch (IOException | AvroRuntimeException | IllegalArgumentException broken) {
            throw new Unreadable(broken.toString());
        } catch (IndexOutOfBoundsException | ClassCastException | NegativeArraySizeException broken) {
            // Avro's decoders answer some torn bodies with these.
            throw new Unreadable(broken.toString());
        }
    }

    /** The head of an event; null where its type is newer than this program. */
    public static @Nullable Head head(IndexedRecord event) {
        return event.getSchema().getFields().isEmpty() || !(event.get(0) instanceof Head head) ? null : head;
    }
}
