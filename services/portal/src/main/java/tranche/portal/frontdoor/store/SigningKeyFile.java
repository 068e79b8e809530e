package tranche.portal.frontdoor.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tranche.web.access.SigningKey;
import tranche.world.file.PrivateFile;

/** {@code portal-signing-key.json} in the data folder, mode 0600: the key with which this instance signs. */
public final class SigningKeyFile {

    public static final String NAME = "portal-signing-key.json";

    private final Path file;

    /** @param data the data folder; it is made if need be */
    public SigningKeyFile(Path data) {
        this.file = data.resolve(NAME);
    }

    /** The key, made at the first time. */
    public SigningKey key() {
        try {
            if (Files.exists(file)) {
                return SigningKey.parse(Files.readString(file));
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            SigningKey key = SigningKey.generate();
            PrivateFile.write(file, key.secretText() + "\n");
            return key;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
