package tranche.launcher;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import tranche.portal.founding.store.DemoFile;
import tranche.world.file.PrivateFile;

/**
 * The data folder of an all-in-one that runs, as another call of {@code ./tranche} sees it: where to reach what runs, and
 * the secrets that whoever can read the folder may use.
 */
public final class RunningFolder {

    private static final String FILE = "running.properties";
    private static final String ADDRESS = "address";
    private static final String DATABASE = "portal.database";
    private static final String DATABASE_USER = "portal.database.user";

    private final Path path;
    private final Properties running;

    private RunningFolder(Path path, Properties running) {
        this.path = path;
        this.running = running;
    }

    /** Written by whoever starts everything, so that other calls find it. */
    public static void tell(Path folder, String address, String portalDatabase, String portalUser) {
        PrivateFile.write(
                folder.resolve(FILE),
                ADDRESS + "=" + address + "\n" + DATABASE + "=" + portalDatabase + "\n" + DATABASE_USER + "="
                        + portalUser + "\n");
    }

    /**
     * Finds what runs.
     *
     * @throws CannotRun if nothing runs there
     */
    public static RunningFolder find(Path folder) {
        Path lock = folder.resolve("lock");
        if (!Files.exists(lock)) {
            throw new CannotRun(folder + " is no data folder of Tranche. Name it with --data.");
        }
        try {
            if (!isHeld(lock) || !Files.exists(folder.resolve(FILE))) {
                throw new CannotRun(
                        "nothing runs in " + folder + ". Start it with ./tranche up --data " + folder + ".");
            }
            return new RunningFolder(folder, properties(folder.resolve(FILE)));
        } catch (IOException failed) {
            throw new CannotRun(folder + " cannot be read: " + failed.getMessage());
        }
    }

    private static boolean isHeld(Path lock) throws IOException {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock()) {
            return taken == null;
        } catch (OverlappingFileLockException ownJvm) {
            return true;
        }
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    /** The portal's origin. */
    public URI address() {
        return URI.create(value(ADDRESS));
    }

    /** JDBC address of the portal's database. */
    public String portalDatabase() {
        return value(DATABASE);
    }

    public String portalUser() {
        return value(DATABASE_USER);
    }

    /** The password of a role of the database. */
    public String databasePassword(String role) {
        try {
            String password = properties(path.resolve("secrets")).getProperty("postgres." + role);
            if (password == null) {
                throw new CannotRun("the database's password is not in " + path.resolve("secrets") + ".");
            }
            return password;
        } catch (IOException failed) {
            throw new CannotRun(path.resolve("secrets") + " cannot be read: " + failed.getMessage());
        }
    }

    /** The key of a demo's account; empty where the folder is no demo's. */
    public Optional<String> demoKey(String username) {
        return Optional.ofNullable(new DemoFile(path).read().accounts().get(username))
                .map(DemoFile.Entry::apiKey)
                .filter(key -> !key.isEmpty());
    }

    private String value(String name) {
        String value = running.getProperty(name);
        if (value == null) {
            throw new CannotRun(path.resolve(FILE) + " does not say " + name + ". Start it anew with ./tranche up.");
        }
        return value;
    }
}
