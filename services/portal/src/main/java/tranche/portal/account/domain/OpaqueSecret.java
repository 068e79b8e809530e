package tranche.portal.account.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A secret that its holder shows to be recognised: an API key, a session's cookie, a one-time link. Whoever made it keeps
 * only its {@link #hash}; with 256 bits of chance nobody finds it by trying, so the hash needs no salt and no stretching.
 *
 * @param text as it is shown, ASCII; it prints as stars
 */
public record OpaqueSecret(String text) {

    /** Chance in a secret: more than anybody can try. */
    public static final int BYTES = 32;

    /** A longer text is none of ours and is not worth hashing. */
    private static final int MOST_CHARACTERS = 128;

    /**
     * Makes a secret.
     *
     * @param prefix says what it opens, for instance {@code trk_}
     * @param chance {@link #BYTES} bytes that nobody can guess
     */
    public static OpaqueSecret of(String prefix, byte[] chance) {
        if (chance.length != BYTES) {
            throw new IllegalArgumentException("a secret is made of " + BYTES + " bytes");
        }
        return new OpaqueSecret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(chance));
    }

    /** Whether the text can be one of ours at all. */
    public boolean isPlausible() {
        return text.length() <= MOST_CHARACTERS;
    }

    /** SHA-256 of the text: what is stored and looked up. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** Whether another text is this secret, in a time that does not tell how far they agree. */
    public boolean is(String other) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "***";
    }
}
