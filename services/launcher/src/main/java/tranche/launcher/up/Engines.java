package tranche.launcher.up;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.engines.EngineException;
import tranche.engines.broker.EmbeddedBroker;
import tranche.engines.broker.ExternalBroker;
import tranche.engines.broker.KafkaLogin;
import tranche.engines.mailbox.Mailbox;
import tranche.engines.postgres.EmbeddedPostgres;
import tranche.engines.postgres.ExternalPostgres;
import tranche.engines.postgres.ServiceDatabase;
import tranche.engines.registry.RegistryProcess;
import tranche.engines.secret.Secrets;

/**
 * What the services stand on: PostgreSQL, Kafka, the schema registry and where mail goes, each started here unless one was
 * given.
 */
final class Engines {

    /** The registry's name, of its database and of its folder. */
    static final String REGISTRY = "registry";

    /** Some seconds; half a minute on a machine that has much else to do. */
    private static final Duration REGISTRY_LIMIT = Duration.ofMinutes(2);

    private final DataFolder data;
    private final PortPlan ports;
    private final OwnServers own;
    private final Path built;
    private final Running running;
    private final Optional<ExternalPostgres> givenPostgres;
    private final Optional<ExternalBroker> givenBroker;

    /**
     * Asks the given servers whether they answer; changes nothing.
     *
     * @param built the launcher's build folder, where the registry and PostgreSQL's programs lie
     * @throws EngineException naming the server that cannot be used
     */
    Engines(DataFolder data, PortPlan ports, OwnServers own, Path built, Running running) {
        this.data = data;
        this.ports = ports;
        this.own = own;
        this.built = built;
        this.running = running;
        this.givenPostgres = own.postgres().map(server -> {
            OwnStores.Login login = own.postgresLogin();
            return ExternalPostgres.at(server, login.name(), login.password());
        });
        this.givenBroker = own.kafka().map(bootstrap -> ExternalBroker.at(bootstrap, own.kafkaLogin()));
    }

    /** Stops what a killed launcher has left running on this folder: its ports are wanted again. */
    void stopLeftovers() {
        EmbeddedPostgres.stopLeftover(data.resolve("postgres"), programs());
        RegistryProcess.stopLeftover(data.resolve(REGISTRY), distribution());
    }

    /**
     * The ports that will be listened on, by what they are for.
     *
     * @param mails whether a service that sends mail runs here
     */
    Map<String, Integer> wantedPorts(boolean mails) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        if (hasOwnRegistry()) {
            wanted.put("the schema registry", ports.registry());
            wanted.put("the schema registry's health", ports.registryManagement());
        }
        if (mails && hasOwnMailbox()) {
            wanted.put("the mailbox", ports.mailbox());
            wanted.put("the mailbox's SMTP", ports.mailboxSmtp());
        }
        if (givenBroker.isEmpty()) {
            wanted.put("Kafka", ports.broker());
            wanted.put("Kafka's controller", ports.controller());
        }
        if (givenPostgres.isEmpty()) {
            wanted.put("PostgreSQL", ports.postgres());
        }
        return wanted;
    }

    /** PostgreSQL with a database for each of these services, and one for the registry where it runs here. */
    Map<String, ServiceDatabase> databases(List<String> services, Secrets secrets) {
        Function<String, ServiceDatabase> postgres = givenPostgres
                .<Function<String, ServiceDatabase>>map(server -> server::database)
                .orElseGet(
                        () -> running.keep(EmbeddedPostgres.start(
                                data.resolve("postgres"), programs(), ports.postgres(), secrets))::database);
        return Stream.concat(services.stream(), hasOwnRegistry() ? Stream.of(REGISTRY) : Stream.empty())
                .collect(Collectors.toMap(name -> name, postgres));
    }

    /** Kafka with the topics of all services. */
    void startBroker(List<String> services, Secrets secrets) {
        if (givenBroker.isPresent()) {
            givenBroker.get().prepare(services);
        } else {
            running.keep(
                    EmbeddedBroker.start(data.resolve("kafka"), ports.broker(), ports.controller(), secrets, services));
        }
    }

    /** A login that may read the topics and write nothing; empty where the given Kafka's owner has to make one. */
    Optional<KafkaLogin> reader(Secrets secrets) {
        return givenBroker.isPresent() ? Optional.empty() : Optional.of(EmbeddedBroker.reader(bootstrap(), secrets));
    }

    /** Whether the registry is to be started here. */
    boolean hasOwnRegistry() {
        return own.registry().isEmpty();
    }

    /** Whether mail stays on this machine. */
    boolean hasOwnMailbox() {
        return own.smtp().isEmpty();
    }

    /** The mailbox, which takes mail when this returns. */
    void startMailbox() {
        running.keep(Mailbox.start(data.resolve("mailbox"), ports.mailboxSmtp(), ports.mailbox()));
    }

    /** The registry, which answers when this returns. */
    void startRegistry(ServiceDatabase database) {
        RegistryProcess registry = running.keep(RegistryProcess.start(
                distribution(), data.resolve(REGISTRY), database, ports.registry(), ports.registryManagement()));
        if (!registry.answersWithin(REGISTRY_LIMIT)) {
            throw new EngineException("The schema registry does not start: what it says is in "
                    + data.resolve(REGISTRY).resolve("registry.log"));
        }
    }

    /** The properties by which a service finds Kafka, the registry and the mail host. */
    Map<String, Object> properties(Secrets secrets) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("tranche.kafka.bootstrap", bootstrap());
        Optional<KafkaLogin> login =
                givenBroker.isPresent() ? own.kafkaLogin() : Optional.of(EmbeddedBroker.services(bootstrap(), secrets));
        login.ifPresent(known -> {
            properties.put("tranche.kafka.username", known.username());
            properties.put("tranche.kafka.password", known.password());
        });
        URI registry = own.registry().orElse(RegistryProcess.api(ports.registry()));
        properties.put("tranche.registry.url", registry.toString());
        own.registryLogin().ifPresent(known -> {
            properties.put("tranche.registry.username", known.name());
            properties.put("tranche.registry.password", known.password());
        });
        MailHostAddress mail = own.smtp().orElseGet(() -> new MailHostAddress("127.0.0.1", ports.mailboxSmtp()));
        properties.put("tranche.smtp.host", mail.host());
        properties.put("tranche.smtp.port", mail.port());
        if (hasOwnMailbox()) {
            properties.put("tranche.webhooks.own-receiver", "http://localhost:" + ports.mailbox());
        }
        own.smtpLogin().ifPresent(known -> {
            properties.put("tranche.smtp.user", known.name());
            properties.put("tranche.smtp.password", known.password());
        });
        return properties;
    }

    private String bootstrap() {
        return own.kafka().orElse("127.0.0.1:" + ports.broker());
    }

    private Path programs() {
        return built.resolve("engines");
    }

    private Path distribution() {
        return built.resolve("registry");
    }
}
