package tranche.launcher;

import java.nio.file.Path;
import java.util.Optional;

/** The folder in which Tranche was cloned. */
public final class Home {

    private Home() {}

    /** What the script names; without the script, the folder one is in. */
    public static Path folder() {
        return Path.of(Optional.ofNullable(System.getProperty("tranche.home")).orElse("."));
    }
}
