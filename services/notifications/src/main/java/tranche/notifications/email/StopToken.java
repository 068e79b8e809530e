package tranche.notifications.email;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import tranche.world.ids.Ids;
import tranche.world.seal.SealKey;

/**
 * The token with which mail of one type is turned off: the delivery that it came with, marked under the service's key. It
 * names nobody, and gives no other right.
 */
@Singleton
public class StopToken {

    private static final int ID_BYTES = 16;
    private static final int MARK_BYTES = 16;

    private final SealKey key;

    StopToken(Ids ids, @Value("${tranche.data}") String data) {
        this.key = new SealKey(Path.of(data).resolve("notifications-recipients.key"), ids);
    }

    /** The token for a delivery. */
    public String of(UUID delivery) {
        byte[] id = bytes(delivery);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(ID_BYTES + MARK_BYTES)
                        .put(id)
                        .put(mark(id))
                        .array());
    }

    /** The delivery that a token came with; empty where it is none of this service's. */
    public Optional<UUID> delivery(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
        if (bytes.length != ID_BYTES + MARK_BYTES) {
            return Optional.empty();
        }
        byte[] id = Arrays.copyOf(bytes, ID_BYTES);
        if (!MessageDigest.isEqual(mark(id), Arrays.copyOfRange(bytes, ID_BYTES, bytes.length))) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(id);
        return Optional.of(new UUID(buffer.getLong(), buffer.getLong()));
    }

    private byte[] mark(byte[] id) {
        return Arrays.copyOf(key.mark("stop", id), MARK_BYTES);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
