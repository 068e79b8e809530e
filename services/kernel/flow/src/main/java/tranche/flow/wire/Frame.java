package tranche.flow.wire;

import java.nio.ByteBuffer;

/** The Confluent wire format: a zero byte, the registry's schema id in four bytes, the Avro body. */
public final class Frame {

    /** Bytes before the body. */
    public static final int HEAD = 5;

    private static final byte MAGIC = 0;

    private Frame() {}

    public static byte[] of(int schemaId, byte[] body) {
        return ByteBuffer.allocate(HEAD + body.length)
                .put(MAGIC)
                .putInt(schemaId)
                .put(body)
                .array();
    }

    /**
     * The registry's id of the schema.
     *
     * @throws IllegalArgumentException if the bytes are no such frame
     */
    public static int schemaId(byte[] frame) {
        if (frame.length < HEAD || frame[0] != MAGIC) {
            throw new IllegalArgumentException("not in the Confluent wire format");
        }
        return ByteBuffer.wrap(frame, 1, Integer.BYTES).getInt();
    }
}
