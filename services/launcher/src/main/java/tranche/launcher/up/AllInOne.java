package tranche.launcher.up;

import io.micronaut.context.ApplicationContext;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.commitments.Commitments;
import tranche.engines.broker.EmbeddedBroker;
import tranche.engines.broker.KafkaLogin;
import tranche.engines.postgres.EmbeddedPostgres;
import tranche.engines.postgres.ServiceDatabase;
import tranche.engines.registry.RegistryProcess;
import tranche.engines.secret.Secrets;
import tranche.launcher.RunningFolder;
import tranche.portal.Portal;
import tranche.portal.founding.DemoAccounts;
import tranche.portal.founding.FirstAdmin;
import tranche.world.file.PrivateFile;
import tranche.world.ids.RandomIds;
import tranche.world.time.SystemClock;

/**
 * All engines and services of a deployment on this machine: PostgreSQL first, then broker, registry and services side by
 * side. Nothing waits for the registry, and only the topics wait for the broker. A start is a recovery: what a killed
 * launcher has left is taken over.
 */
final class AllInOne implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AllInOne.class);

    private static final List<String> SERVICES = List.of("commitments", "portal");

    private final DataFolder data;
    private final PortPlan ports;
    private final boolean demo;
    private final Path home;
    private final Steps steps;
    private final PrintStream out;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    /**
     * @param home the folder in which the product was built
     * @param out where people are told
     */
    AllInOne(DataFolder data, PortPlan ports, boolean demo, Path home, PrintStream out) {
        this.data = data;
        this.ports = ports;
        this.demo = demo;
        this.home = home;
        this.out = out;
        this.steps = new Steps(out, new SystemClock());
    }

    /**
     * Starts everything.
     *
     * @param ready called as soon as the sign-in page answers and every service takes commands; the topics may follow
     */
    void start(Runnable ready) {
        // Secrets are few and small; one file keeps them, readable by its owner only.
        Secrets secrets = new Secrets(data.resolve("secrets"), new RandomIds());
        EmbeddedPostgres postgres = steps.of(
                "PostgreSQL",
                () -> keep(EmbeddedPostgres.start(data.resolve("postgres"), cache(), ports.postgres(), secrets)));
        Map<String, ServiceDatabase> databases = List.of("commitments", "portal", "registry").stream()
                .collect(Collectors.toMap(name -> name, postgres::database));
        ServiceDatabase portals = database(databases, "portal");
        RunningFolder.tell(data.path(), "http://localhost:" + ports.portal(), portals.url(), portals.user());
        KafkaLogin login = new KafkaLogin(
                "127.0.0.1:" + ports.broker(),
                EmbeddedBroker.SERVICES_USER,
                secrets.of("kafka." + EmbeddedBroker.SERVICES_USER));
        Wiring wiring = new Wiring(
                ports, data, demo, login.bootstrap(), Optional.of(login), RegistryProcess.api(ports.registry()));
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            var broker = CompletableFuture.supplyAsync(
                    () -> steps.of(
                            "Kafka",
                            () -> keep(EmbeddedBroker.start(
                                    data.resolve("kafka"), ports.broker(), ports.controller(), secrets, SERVICES))),
                    beside);
            var portal = CompletableFuture.supplyAsync(
                    () -> steps.of(
                            "portal",
                            () -> keep(Portal.start(wiring.of(ports.portal(), database(databases, "portal"))))),
                    beside);
            var commitments = CompletableFuture.supplyAsync(
                    () -> steps.of(
                            "commitments",
                            () -> keep(Commitments.start(
                                    wiring.of(ports.commitments(), database(databases, "commitments"))))),
                    beside);
            welcome(join(portal), EmbeddedBroker.reader(login.bootstrap(), secrets));
            join(commitments);
            steps.say("ready: " + wiring.origin());
            ready.run();
            join(broker);
        }
        steps.of(
                "schema registry, in the background",
                () -> keep(RegistryProcess.start(
                        home.resolve("services/launcher/target/registry"),
                        data.resolve("registry"),
                        database(databases, "registry"),
                        ports.registry(),
                        ports.registryManagement())));
    }

    private Path cache() {
        return home.resolve("services/launcher/target/engines");
    }

    private static ServiceDatabase database(Map<String, ServiceDatabase> databases, String name) {
        ServiceDatabase database = databases.get(name);
        if (database == null) {
            throw new IllegalStateException("no database " + name);
        }
        return database;
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /** Who can sign in: the demo's accounts, or the first administrator by a link that opens once. */
    private void welcome(ApplicationContext portal, KafkaLogin reader) {
        StringBuilder properties = new StringBuilder();
        reader.properties()
                .forEach((name, value) ->
                        properties.append(name).append('=').append(value).append('\n'));
        PrivateFile.write(data.resolve("kafka-client.properties"), properties.toString());
        if (demo) {
            portal.getBean(DemoAccounts.class)
                    .prepare(Map.of(
                            "bootstrap", reader.bootstrap(),
                            "username", reader.username(),
                            "password", reader.password(),
                            "mechanism", "SCRAM-SHA-256",
                            "securityProtocol", "SASL_PLAINTEXT"));
        } else {
            portal.getBean(FirstAdmin.class)
                    .link()
                    .ifPresent(link -> out.println("Set the first administrator's password here (once, until "
                            + link.expiresAt() + "):\n  " + link.address()));
        }
    }

    private synchronized <E extends AutoCloseable> E keep(E part) {
        running.push(part);
        return part;
    }

    /** Stops everything, the last started first; what was acknowledged is on disk already. */
    @Override
    public synchronized void close() {
        while (!running.isEmpty()) {
            AutoCloseable part = running.pop();
            try {
                part.close();
            } catch (Exception failed) {
                LOG.warn("{} did not stop cleanly", part.getClass().getSimpleName(), failed);
            }
        }
    }
}
