package tranche.auditor.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that are made of names: version 5 of RFC 9562 in its URL namespace. */
public final class NameIds {

    private static final UUID URL_NAMESPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
    private static final int VERSION_BYTE = 6;
    private static final int VARIANT_BYTE = 8;

    private NameIds() {}

    static UUID notice(String type, UUID cause) {
        return of("notice:" + code(type) + ":" + cause);
    }

    static UUID alert(UUID recipient, String type, UUID cause) {
        return of("alert:" + recipient + ":" + code(type) + ":" + cause);
    }

    static UUID delivery(UUID alert, String channel, UUID target) {
        return of("delivery:" + alert + ":" + channel + ":" + target);
    }

    /** @param key its hour, day or week */
    static UUID digest(UUID recipient, String key) {
        return of("digest:" + recipient + ":" + key);
    }

    /** @param number of the target's tests, from 1 */
    static UUID test(String channel, UUID target, long number) {
        return of("delivery-test:" + channel + ":" + target + ":" + number);
    }

    /** @param percent of its target, of which it is told that so much is committed */
    public static UUID threshold(UUID programme, int percent) {
        return of("raise-threshold:" + programme + ":" + percent);
    }

    /** A type as it is called outside the database. */
    private static String code(String type) {
        return type.replace('_', '-');
    }

    private static UUID of(String name) {
        byte[] hash = sha1(bytes(URL_NAMESPACE), name.getBytes(UTF_8));
        hash[VERSION_BYTE] = (byte) (hash[VERSION_BYTE] & 0x0f | 0x50);
        hash[VARIANT_BYTE] = (byte) (hash[VARIANT_BYTE] & 0x3f | 0x80);
        ByteBuffer id = ByteBuffer.wrap(hash);
        return new UUID(id.getLong(), id.getLong());
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] sha1(byte[] namespace, byte[] name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(namespace);
            return digest.digest(name);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
