package tranche.flow.writer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.apache.avro.Schema;
import tranche.flow.wire.AvroBytes;

/** The chain of a key's events: {@code SHA-256(prev_hash || event_id || type || schema || payload)}. */
final class EventHash {

    private EventHash() {}

    /**
     * @param prev hash of the key's event before, 32 bytes; zeros before the first
     * @param payload bare Avro body, head included
     * @return 32 bytes
     */
    static byte[] of(byte[] prev, UUID eventId, Schema schema, byte[] payload) {
        MessageDigest digest = AvroBytes.sha256();
        digest.update(prev);
        digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(eventId.getMostSignificantBits())
                .putLong(eventId.getLeastSignificantBits())
                .array());
        digest.update(schema.getFullName().getBytes(StandardCharsets.UTF_8));
        digest.update(AvroBytes.fingerprint(schema));
        digest.update(payload);
        return digest.digest();
    }
}
