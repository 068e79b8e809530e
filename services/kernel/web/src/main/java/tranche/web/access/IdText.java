package tranche.web.access;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** An id in a token: a UUID in 22 characters of base64url instead of 36, for a request's head has an end. */
final class IdText {

    private static final int ID_BYTES = 16;

    private IdText() {}

    static String of(UUID id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(ID_BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
    }

    /** @throws IllegalArgumentException if the text is no id */
    static UUID parse(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length != ID_BYTES) {
            throw new IllegalArgumentException("no id");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
