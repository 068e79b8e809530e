package tranche.portal.frontdoor.store;

import java.nio.file.Path;
import java.util.Optional;
import tranche.world.file.PrivateFile;

/** {@code portal-signing-key.json} in the data folder, mode 0600: the key with which this instance signs. */
public final class SigningKeyFile {

    public static final String NAME = "portal-signing-key.json";

    private final Path file;

    /** @param data the data folder; it is made if need be */
    public SigningKeyFile(Path data) {
        this.file = data.resolve(NAME);
    }

    /** The secret text of the key; empty before the first time. */
    public Optional<String> secretText() {
        return PrivateFile.read(file);
    }

    /** Keeps a key. */
    public void keep(String secretText) {
        PrivateFile.write(file, secretText + "\n");
    }
}
