package tranche.launcher.crash;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tranche.engines.EngineException;
import tranche.engines.broker.EmbeddedBroker;
import tranche.engines.postgres.EmbeddedPostgres;
import tranche.engines.registry.RegistryProcess;
import tranche.engines.secret.Secrets;
import tranche.launcher.up.Kept;
import tranche.world.ids.RandomIds;

/**
 * PostgreSQL, Kafka and the schema registry in a folder and on ports as an all-in-one has them, but apart from the services:
 * they stay up when one of those ends.
 */
final class EnginesApart implements AutoCloseable {

    private static final List<String> SERVICES = List.of("commitments", "milestones", "notifications", "portal");
    private static final Path BUILT = Path.of("target");
    private static final Duration REGISTRY_LIMIT = Duration.ofMinutes(2);

    private final Kept kept;
    private final Path folder;
    private final int port;
    private final Secrets secrets;
    private final EmbeddedPostgres postgres;
    private EmbeddedBroker broker;
    private final RegistryProcess registry;

    /**
     * Starts them; the registry may follow.
     *
     * @param port the portal's, from which theirs are counted
     */
    EnginesApart(Path folder, int port) throws IOException {
        this.kept = new Kept(folder, port);
        this.folder = folder;
        this.port = port;
        secrets = new Secrets(folder.resolve("secrets"), new RandomIds());
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"), BUILT.resolve("engines"), port + 33, secrets);
        registry = RegistryProcess.start(
                BUILT.resolve("registry"),
                folder.resolve("registry"),
                postgres.database("registry"),
                port + 5,
                port + 15);
        broker = broker();
        Files.writeString(
                folder.resolve("kafka-client.properties"),
                broker.reader().properties().entrySet().stream()
                        .map(property -> property.getKey() + "=" + property.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    private EmbeddedBroker broker() {
        return EmbeddedBroker.start(folder.resolve("kafka"), port + 12, port + 13, secrets, SERVICES);
    }

    /** The broker goes away: each connection to it breaks, and nobody listens on its port. */
    void stopBroker() {
        broker.close();
    }

    /** It is back, with all that it has acknowledged. */
    void startBroker() {
        broker = broker();
    }

    /** What is kept in them. */
    Kept kept() {
        return kept;
    }

    /** Where the API of the schema registry begins. */
    URI registry() {
        return registry.api();
    }

    /** Waits for the registry, too. */
    void awaitAll() {
        if (!registry.answersWithin(REGISTRY_LIMIT)) {
            throw new EngineException("the registry does not answer");
        }
    }

    /** The environment by which services find them, with the logins. */
    Map<String, String> environment() {
        return Map.of(
                "TRANCHE_KAFKA", "localhost:" + (port + 12),
                "TRANCHE_KAFKA_USER", broker.services().username(),
                "TRANCHE_KAFKA_PASSWORD", broker.services().password(),
                "TRANCHE_POSTGRES", "postgresql://localhost:" + (port + 33),
                "TRANCHE_POSTGRES_USER", "postgres",
                "TRANCHE_POSTGRES_PASSWORD", kept.secret("postgres.postgres"),
                "TRANCHE_REGISTRY", registry.api().toString());
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
        postgres.close();
    }
}
