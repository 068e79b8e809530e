package tranche.engines.secret;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tranche.world.file.PrivateFile;
import tranche.world.ids.Ids;

/**
 * Generated passwords by name, kept in one file that only its owner can read. A name always has the password it was first
 * given, so a restart opens what the first start locked.
 */
public final class Secrets {

    /** 192 bits: beyond guessing. */
    private static final int SECRET_BYTES = 24;

    private final Path file;
    private final Ids ids;
    private final Map<String, String> byName = new TreeMap<>();

    /**
     * @param file made at the first secret; its folder must exist
     * @param ids gives new passwords
     */
    public Secrets(Path file, Ids ids) {
        this.file = file;
        this.ids = ids;
        if (Files.exists(file)) {
            byName.putAll(read(file));
        }
    }

    /** The password of that name, made now if it never was. Letters and digits only, so that it fits any syntax. */
    public synchronized String of(String name) {
        String kept = byName.get(name);
        if (kept != null) {
            return kept;
        }
        String made = HexFormat.of().formatHex(ids.secret(SECRET_BYTES));
        byName.put(name, made);
        PrivateFile.write(
                file,
                byName.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining()));
        return made;
    }

    /** The password of that name if it was ever made: for a reader beside the process whose secrets these are. */
    public synchronized Optional<String> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }
}
