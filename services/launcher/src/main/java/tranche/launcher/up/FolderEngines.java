package tranche.launcher.up;

import java.io.IOException;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.engines.EngineException;
import tranche.engines.Ports;
import tranche.engines.broker.EmbeddedBroker;
import tranche.engines.broker.KafkaLogin;
import tranche.engines.postgres.EmbeddedPostgres;
import tranche.engines.secret.Secrets;
import tranche.launcher.CannotRun;
import tranche.world.ids.RandomIds;

/**
 * The engines of a data folder for a call that reads: those of the launcher that has the folder, else engines of its own
 * that stop with it. Nothing of a running launcher is changed; a folder that stands still is locked meanwhile.
 */
public final class FolderEngines implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderEngines.class);

    private static final List<String> SERVICES = List.of("commitments", "milestones", "notifications", "portal");

    /** Behind a service's name, the role that owns its database. */
    private static final String OWNER = "_owner";

    /** PostgreSQL's state for a database that is not there. */
    private static final String NO_SUCH_DATABASE = "3D000";

    /** Where {@code postmaster.pid} has the server's port (line 4, from 1). */
    private static final int PORT_LINE = 3;

    private final Map<String, Database> databases = new LinkedHashMap<>();
    private final Map<String, String> kafka = new HashMap<>();
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final OwnStores own;

    /** A service's database and a login that may read all of it. */
    public record Database(String url, String user, String password) {

        @Override
        public String toString() {
            return url + " as " + user;
        }
    }

    private FolderEngines(OwnStores own) {
        this.own = own;
    }

    /**
     * Finds the engines of a folder, or starts them.
     *
     * @param own the servers with which {@code up} was started, in place of the folder's
     * @param home the folder in which the product was built
     * @throws CannotRun if it is no data folder, if a newer version made it, or if its engines cannot be reached
     */
    public static FolderEngines of(Path folder, Path home, OwnStores own) {
        FolderEngines engines = new FolderEngines(own);
        try {
            requireOurs(folder);
            engines.takeGiven();
            Path real = folder.toRealPath();
            if (engines.lock(real)) {
                engines.start(real, home);
            } else {
                engines.find(real);
            }
            return engines;
        } catch (IOException failed) {
            engines.close();
            throw new CannotRun("the data folder " + folder + " cannot be read: " + failed.getMessage());
        } catch (EngineException failed) {
            engines.close();
            throw new CannotRun(String.valueOf(failed.getMessage()));
        } catch (CannotRun refused) {
            engines.close();
            throw refused;
        }
    }

    /** The services that never ran here, so that nothing of them can be read. */
    public List<String> absent() {
        return SERVICES.stream()
                .filter(service -> !databases.containsKey(service))
                .toList();
    }

    /** The databases by the names of their services. */
    public Map<String, Database> databases() {
        return Map.copyOf(databases);
    }

    /** Properties of a client that may read the topics. */
    public Map<String, String> kafka() {
        return Map.copyOf(kafka);
    }

    private static void requireOurs(Path folder) throws IOException {
        Path version = folder.resolve("version");
        if (!Files.exists(version)) {
            throw new CannotRun("there is no data folder of Tranche at " + folder + ". Name one with --data.");
        }
        String text = Files.readString(version).strip();
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) > DataFolder.VERSION) {
            throw new CannotRun("the data folder " + folder + " was made by a newer Tranche (its format is " + text
                    + ", this one reads up to " + DataFolder.VERSION + "). Use that one.");
        }
    }

    /** Takes the launcher's lock; false if a launcher has it. */
    private boolean lock(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                started.push(channel);
                channel.truncate(0);
                channel.write(StandardCharsets.US_ASCII.encode(
                        Long.toString(ProcessHandle.current().pid())));
                return true;
            }
        } catch (OverlappingFileLockException launcherInThisJvm) {
            // Closing the file here would end that launcher's lock, too, so it is left to the end of the JVM.
            return false;
        }
        channel.close();
        return false;
    }

    private void takeGiven() {
        own.postgres().ifPresent(server -> {
            OwnStores.Login login = own.postgresLogin();
            SERVICES.forEach(service -> {
                Database database = new Database(server.url(service), login.name(), login.password());
                if (isThere(database)) {
                    databases.put(service, database);
                }
            });
        });
        own.kafka()
                .ifPresent(bootstrap -> kafka.putAll(
                        own.kafkaLogin().map(KafkaLogin::properties).orElse(Map.of("bootstrap.servers", bootstrap))));
    }

    /** What cannot be asked may be there: whoever reads it tells why it cannot. */
    private static boolean isThere(Database database) {
        try (Connection _ = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            return true;
        } catch (SQLException refused) {
            return !NO_SUCH_DATABASE.equals(refused.getSQLState());
        }
    }

    /** The services that ever ran on the folder: the others have no database in it, nor a password. */
    private static List<String> kept(Secrets secrets) {
        return SERVICES.stream()
                .filter(service -> secrets.find(ownersSecret(service)).isPresent())
                .toList();
    }

    private static String ownersSecret(String service) {
        return "postgres." + service + OWNER;
    }

    private void start(Path folder, Path home) {
        Secrets secrets = new Secrets(folder.resolve("secrets"), new RandomIds());
        List<Integer> ports = new ArrayList<>(Ports.free(3));
        if (databases.isEmpty()) {
            startPostgres(folder, home, ports.removeFirst(), secrets);
        }
        if (kafka.isEmpty()) {
            // Of no services: topics that are missing stay missing, for a reader makes none.
            EmbeddedBroker broker = EmbeddedBroker.start(
                    folder.resolve("kafka"), ports.removeFirst(), ports.removeFirst(), secrets, List.of());
            started.push(broker);
            kafka.putAll(broker.services().properties());
        }
    }

    private void startPostgres(Path folder, Path home, int port, Secrets secrets) {
        if (!Files.exists(folder.resolve("postgres/data/PG_VERSION"))) {
            throw new CannotRun("nothing was ever kept in " + folder + ": it has no database yet.");
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.start(
                folder.resolve("postgres"), home.resolve("services/launcher/target/engines"), port, secrets);
        started.push(postgres);
        kept(secrets).forEach(service -> {
            var database = postgres.database(service);
            databases.put(service, new Database(database.url(), database.owner(), database.ownerPassword()));
        });
    }

    private void find(Path folder) throws IOException {
        if (databases.isEmpty()) {
            findPostgres(folder);
        }
        if (kafka.isEmpty()) {
            findKafka(folder);
        }
    }

    private void findPostgres(Path folder) throws IOException {
        int port = runningPostgres(folder)
                .orElseThrow(() -> new CannotRun("the launcher of " + folder
                        + " runs, but its PostgreSQL does not yet. Wait until it is ready, and try again."));
        Secrets secrets = new Secrets(folder.resolve("secrets"), new RandomIds());
        for (String service : kept(secrets)) {
            String password = secrets.find(ownersSecret(service)).orElseThrow();
            databases.put(
                    service,
                    new Database("jdbc:postgresql://127.0.0.1:" + port + "/" + service, service + OWNER, password));
        }
        if (databases.isEmpty()) {
            throw new CannotRun("the launcher of " + folder + " is still starting. Try again.");
        }
    }

    private void findKafka(Path folder) throws IOException {
        Path client = folder.resolve("kafka-client.properties");
        if (!Files.exists(client)) {
            throw new CannotRun("the launcher of " + folder + " is still starting. Try again when it is ready.");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(client)) {
            properties.load(reader);
        }
        properties.stringPropertyNames().forEach(name -> kafka.put(name, properties.getProperty(name)));
    }

    private static Optional<Integer> runningPostgres(Path folder) throws IOException {
        Path pid = folder.resolve("postgres/data/postmaster.pid");
        if (!Files.exists(pid)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pid);
        return lines.size() > PORT_LINE
                ? Optional.of(Integer.parseInt(lines.get(PORT_LINE).strip()))
                : Optional.empty();
    }

    /** Stops what was started here. */
    @Override
    public void close() {
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception failed) {
                LOG.warn("{} did not stop cleanly", part.getClass().getSimpleName(), failed);
            }
        }
    }
}
