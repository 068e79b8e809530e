package tranche.notifications.recipient;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import tranche.world.ids.Ids;

/** The token in the link of a confirmation mail: nobody can guess it, and what is kept of it opens nothing. */
public record LinkToken(String text) {

    private static final int BYTES = 32;

    public static LinkToken make(Ids ids) {
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(ids.secret(BYTES)));
    }

    /** SHA-256 in hex: of 256 bits of chance a hash needs no salt. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
