package tranche.commitments.drawdown;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tranche.commitments.payment.domain.Iban;
import tranche.values.actor.ContentHash;
import tranche.world.file.PrivateFile;
import tranche.world.ids.Ids;

/**
 * Fingerprints of bank accounts, for all that is kept in the open. There are few enough account numbers to try them all, so
 * they are made under the service's own key (HMAC with SHA-256), which lies in the data folder and in no backup of the
 * database.
 */
@Singleton
public class AccountSeal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final Ids ids;
    private final Path file;

    AccountSeal(Ids ids, @Value("${tranche.data}") String data) {
        this.ids = ids;
        this.file = Path.of(data).resolve("commitments-accounts.key");
    }

    /** The fingerprint of an account, the same each time. */
    public ContentHash of(Iban account) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            return new ContentHash(
                    HexFormat.of().formatHex(mac.doFinal(account.text().getBytes(StandardCharsets.US_ASCII))));
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
