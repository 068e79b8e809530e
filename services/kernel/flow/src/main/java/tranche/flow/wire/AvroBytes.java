package tranche.flow.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;

/** Events as bare Avro bodies, and their schemas' fingerprints. */
public final class AvroBytes {

    /** Most events are smaller; a larger one grows the buffer. */
    private static final int USUAL_SIZE = 512;

    private static final Map<Schema, byte[]> FINGERPRINTS = new ConcurrentHashMap<>();

    private AvroBytes() {}

    /** The record's bare Avro binary. */
    public static byte[] encode(SpecificRecord event) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            SpecificData model = SpecificData.getForClass(event.getClass());
            new SpecificDatumWriter<SpecificRecord>(event.getSchema(), model).write(event, encoder);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Reads a body into the class of the record's name as this program knows it.
     *
     * @param written the schema it was written with
     * @param type the class to read into
     * @throws RuntimeException if the bytes are not of the schema, or the two schemas do not resolve
     */
    public static <T extends SpecificRecordBase> T decode(byte[] body, int offset, Schema written, Class<T> type) {
        try {
            SpecificData model = SpecificData.getForClass(type);
            SpecificDatumReader<T> reader = new SpecificDatumReader<>(written, model.getSchema(type), model);
            return reader.read(null, DecoderFactory.get().binaryDecoder(body, offset, body.length - offset, null));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads a body whose record this program has no class for. */
    public static GenericRecord decode(byte[] body, int offset, Schema written) {
        try {
            return new GenericDatumReader<GenericRecord>(written)
                    .read(null, DecoderFactory.get().binaryDecoder(body, offset, body.length - offset, null));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** SHA-256 of the schema's parsing canonical form: 32 bytes. */
    public static byte[] fingerprint(Schema schema) {
        return FINGERPRINTS.computeIfAbsent(schema, key -> {
            try {
                return SchemaNormalization.parsingFingerprint("SHA-256", key);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    /** A fresh SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
