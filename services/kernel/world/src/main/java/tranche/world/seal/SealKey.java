package tranche.world.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tranche.world.file.PrivateFile;
import tranche.world.ids.Ids;

/**
 * A service's own key for what is personal, kept in a file of its data folder and in no backup of the database. Each
 * person's texts are encrypted under a key that is derived for this person (AES-256-GCM, HMAC-SHA-256), so that what is
 * moved into another person's row cannot be opened.
 */
public final class SealKey {

    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final Ids ids;

    /** @param file made at the first use, readable by its owner alone */
    public SealKey(Path file, Ids ids) {
        this.file = file;
        this.ids = ids;
    }

    /**
     * Encrypts a text.
     *
     * @param owner whose it is, for instance {@code recipient:0193...}
     */
    public String seal(String owner, String text) {
        byte[] nonce = ids.secret(NONCE_BYTES);
        byte[] encrypted = run(Cipher.ENCRYPT_MODE, owner, nonce, text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                        .put(nonce)
                        .put(encrypted)
                        .array());
    }

    /**
     * The text of what was sealed for this owner.
     *
     * @throws IllegalStateException if it was sealed for another one, under another key, or was changed
     */
    public String open(String owner, String sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] encrypted = new byte[bytes.remaining()];
        bytes.get(encrypted);
        return new String(run(Cipher.DECRYPT_MODE, owner, nonce, encrypted), StandardCharsets.UTF_8);
    }

    /** What proves that a text is known, or that a token is one's own, and tells nothing else of it. */
    public byte[] mark(String purpose, byte[] content) {
        return mac(derived("mark:" + purpose), content);
    }

    private byte[] run(int mode, String owner, byte[] nonce, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, derived("seal:" + owner), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a sealed text does not open", failed);
        }
    }

    private SecretKey derived(String purpose) {
        return new SecretKeySpec(mac(new SecretKeySpec(key(), MAC), purpose.getBytes(StandardCharsets.UTF_8)), "AES");
    }

    private static byte[] mac(SecretKey key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private synchronized byte[] key() {
        String hex = PrivateFile.read(file).map(String::strip).orElseGet(() -> {
            String made = HexFormat.of().formatHex(ids.secret(KEY_BYTES));
            PrivateFile.write(file, made);
            return made;
        });
        return HexFormat.of().parseHex(hex);
    }
}
