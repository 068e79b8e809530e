package tranche.commitments.commitment;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tranche.commitments.commitment.domain.Signatory;
import tranche.world.file.PrivateFile;
import tranche.world.ids.Ids;

/**
 * Takes a signatory's name out of everything that is kept in the open: what remains is an id, a salted digest and the
 * name encrypted under the service's own key (AES-256-GCM), which lies in the data folder and in no backup of the
 * database.
 */
@Singleton
public class SignatorySeal {

    private static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Ids ids;
    private final Path file;

    SignatorySeal(Ids ids, @Value("${tranche.data}") String data) {
        this.ids = ids;
        this.file = Path.of(data).resolve("commitments-signatories.key");
    }

    /** A signatory of a name. */
    public Signatory seal(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        byte[] nonce = ids.secret(NONCE_BYTES);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            byte[] encrypted = cipher.doFinal(text);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ids.secret(SALT_BYTES));
            digest.update(text);
            String sealed = Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                            .put(nonce)
                            .put(encrypted)
                            .array());
            return new Signatory(ids.next(), HexFormat.of().formatHex(digest.digest()), new Signatory.Sealed(sealed));
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
