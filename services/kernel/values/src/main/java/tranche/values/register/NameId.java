package tranche.values.register;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/** An id that a name always gives again: a UUIDv5 of RFC 9562 in the URL namespace. */
public final class NameId {

    /** The URL namespace of RFC 9562. */
    private static final byte[] URL_NAMESPACE = HexFormat.of().parseHex("6ba7b8119dad11d180b400c04fd430c8");

    private NameId() {}

    public static UUID of(String name) {
        MessageDigest digest = sha1();
        digest.update(URL_NAMESPACE);
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        BigInteger bits = new BigInteger(1, Arrays.copyOf(digest.digest(), Long.BYTES * 2));
        long most = bits.shiftRight(Long.SIZE).longValue() & ~0xf000L | 0x5000L;
        long least = bits.longValue() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
