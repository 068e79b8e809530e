package tranche.engines.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.engines.EngineException;
import tranche.engines.Folders;
import tranche.engines.secret.Secrets;

/**
 * A Kafka of one node in this JVM, on 127.0.0.1 only, with its log in one folder that survives stops and kills.
 *
 * <p>Nobody gets in without a password. There are three users: the node itself, the services (who may do anything) and a
 * reader (who may read the events and write nothing).
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    public static final String SERVICES_USER = "tranche";
    private static final String READER_USER = "reader";

    private final KafkaRaftServer server;
    private final String bootstrap;
    private final Secrets secrets;

    private EmbeddedBroker(KafkaRaftServer server, String bootstrap, Secrets secrets) {
        this.server = server;
        this.bootstrap = bootstrap;
        this.secrets = secrets;
    }

    /**
     * Starts the broker, makes the topics of the services and waits until it serves them.
     *
     * @param folder all of the broker's data; made where it is missing
     * @param port for clients, free on 127.0.0.1
     * @param controllerPort for the node itself, free on 127.0.0.1
     * @param services whose topics must exist
     * @throws EngineException if it does not start, or a topic has another number of partitions than it must keep
     */
    public static EmbeddedBroker start(
            Path folder, int port, int controllerPort, Secrets secrets, Collection<String> services) {
        String nodePassword = secrets.of("kafka." + BrokerSettings.NODE_USER);
        try {
            Path log = Files.createDirectories(folder).toRealPath().resolve("log");
            if (!Files.exists(log.resolve("meta.properties"))) {
                format(log, secrets);
            }
            Exit.setHaltProcedure(EmbeddedBroker::halt);
            KafkaRaftServer server = new KafkaRaftServer(
                    KafkaConfig.fromProps(
                            BrokerSettings.of(log, port, controllerPort, SERVICES_USER, nodePassword), false),
                    Time.SYSTEM);
            server.startup();
            EmbeddedBroker broker = new EmbeddedBroker(server, "127.0.0.1:" + port, secrets);
            broker.prepare(services);
            return broker;
        } catch (IOException failed) {
            throw new EngineException("Cannot use " + folder + " for Kafka: " + failed.getMessage(), failed);
        }
    }

    /** A broker that cannot go on, as on a full disk, ends its process; whoever finds it ended is told what to do. */
    private static void halt(int status, @Nullable String message) {
        LOG.error(
                "the broker cannot go on and ends this process ({}); the lines above say why. What was acknowledged is kept: if"
                        + " the disk of the data folder is full, make room, then start again.",
                message);
        Runtime.getRuntime().halt(status);
    }

    /** The login of the services: it may do anything. */
    public KafkaLogin services() {
        return login(SERVICES_USER);
    }

    /** The login of somebody who may read all events and write nothing. */
    public KafkaLogin reader() {
        return login(READER_USER);
    }

    private KafkaLogin login(String user) {
        return new KafkaLogin(bootstrap, user, secrets.of("kafka." + user));
    }

    /** The services' login at a broker that may still be starting. */
    public static KafkaLogin services(String bootstrap, Secrets secrets) {
        return new KafkaLogin(bootstrap, SERVICES_USER, secrets.of("kafka." + SERVICES_USER));
    }

    /** The reader's login at a broker that may still be starting. */
    public static KafkaLogin reader(String bootstrap, Secrets secrets) {
        return new KafkaLogin(bootstrap, READER_USER, secrets.of("kafka." + READER_USER));
    }

    private void prepare(Collection<String> services) {
        try (Admin admin = Admin.create(new HashMap<>(services().properties()))) {
            Topics topics = new Topics(admin);
            topics.ensure(services);
            topics.letRead(READER_USER, services);
        } catch (EngineException refused) {
            close();
            throw refused;
        }
    }

    private static void format(Path log, Secrets secrets) throws IOException {
        // A log without meta.properties is what a killed formatting left: no event was ever in it.
        Folders.delete(log);
        Files.createDirectories(log);
        Formatter formatter = new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(log.toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setIgnoreFormatted(false)
                .addDirectory(log.toString())
                .setScramArguments(List.of(
                        scram(BrokerSettings.NODE_USER, secrets),
                        scram(SERVICES_USER, secrets),
                        scram(READER_USER, secrets)));
        try {
            formatter.run();
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new EngineException("Cannot format Kafka's folder " + log + ": " + failed.getMessage(), failed);
        }
    }

    private static String scram(String user, Secrets secrets) {
        return "SCRAM-SHA-256=[name=" + user + ",password=" + secrets.of("kafka." + user) + "]";
    }

    /** Stops the broker; what it acknowledged is in its log. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
