package tranche.flow.writer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tranche.flow.wire.AvroBytes;

/**
 * The 64-bit numbers of the database's advisory locks.
 *
 * <p>Two things with one number share a lock: that costs a wait and never an error, so no lock depends on it being
 * unique.
 */
final class LockIds {

    private LockIds() {}

    /** The lock of an ordering key. */
    static long ofKey(UUID key) {
        // UUIDv7 carries its chance in the low bits and its time in the high ones; the multiplication spreads both.
        return key.getMostSignificantBits() * 0x9E3779B97F4A7C15L ^ key.getLeastSignificantBits();
    }

    /** The lock of a caller's idempotency key. */
    static long ofIdempotency(Idempotency idempotency) {
        String text = idempotency.account() + "\n" + idempotency.operation() + "\n" + idempotency.key();
        return ByteBuffer.wrap(AvroBytes.sha256().digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
