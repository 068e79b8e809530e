package tranche.launcher.up;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tranche.engines.broker.KafkaLogin;
import tranche.engines.postgres.ServiceDatabase;
import tranche.engines.secret.Secrets;
import tranche.launcher.RunningFolder;
import tranche.portal.founding.DemoAccounts;
import tranche.portal.founding.FirstAdmin;
import tranche.world.file.PrivateFile;
import tranche.world.ids.RandomIds;
import tranche.world.time.SystemClock;

/**
 * All engines and services of a deployment on this machine: PostgreSQL and broker first, then the services side by side.
 * Nothing waits for the registry, and only the topics wait for the broker. A start is a recovery: what a killed launcher
 * has left is taken over.
 */
final class AllInOne {

    private final DataFolder data;
    private final PortPlan ports;
    private final Addresses addresses;
    private final boolean demo;
    private final boolean allowPrivateWebhooks;
    private final List<HostedService> services;
    private final Engines engines;
    private final Running running;
    private final Steps steps;
    private final PrintStream out;

    /**
     * @param allowPrivateWebhooks whether webhooks may go to this machine and its network
     * @param services which of them run here
     * @param running takes what is started, to be stopped by whoever stops this
     * @param out where people are told
     */
    AllInOne(
            DataFolder data,
            PortPlan ports,
            Addresses addresses,
            boolean demo,
            boolean allowPrivateWebhooks,
            List<HostedService> services,
            Engines engines,
            Running running,
            PrintStream out) {
        this.data = data;
        this.ports = ports;
        this.addresses = addresses;
        this.demo = demo;
        this.allowPrivateWebhooks = allowPrivateWebhooks;
        this.services = List.copyOf(services);
        this.engines = engines;
        this.running = running;
        this.out = out;
        this.steps = new Steps(out, new SystemClock());
    }

    /**
     * Starts everything.
     *
     * @param ready called as soon as the sign-in page answers and every service takes commands; the topics may follow
     * @param loaded called once the demo's data is in, from another thread
     */
    void start(Runnable ready, Runnable loaded) {
        // Secrets are few and small; one file keeps them, readable by its owner only.
        Secrets secrets = new Secrets(data.resolve("secrets"), new RandomIds());
        Wiring wiring = new Wiring(
                ports,
                addresses,
                data,
                demo,
                allowPrivateWebhooks,
                secrets.of("instance"),
                engines.properties(secrets));
        Map<String, ServiceDatabase> databases;
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            var broker = CompletableFuture.runAsync(
                    () -> steps.of("Kafka", () -> engines.startBroker(HostedService.titles(), secrets)), beside);
            databases = steps.of("PostgreSQL", () -> engines.databases(titles(), secrets));
            if (services.contains(HostedService.NOTIFICATIONS) && engines.hasOwnMailbox()) {
                engines.startMailbox();
            }
            Map<HostedService, CompletableFuture<ApplicationContext>> starting = new EnumMap<>(HostedService.class);
            services.forEach(service -> starting.put(
                    service, CompletableFuture.supplyAsync(() -> start(service, wiring, databases, secrets), beside)));
            starting.values().forEach(AllInOne::join);
            steps.say("ready: " + wiring.origin());
            ready.run();
            if (demo && services.contains(HostedService.COMMITMENTS)) {
                ApplicationContext portal = join(Objects.requireNonNull(starting.get(HostedService.PORTAL)));
                running.keep(DemoLoading.start(data, ports, portal, steps, loaded));
            }
            join(broker);
        }
        if (engines.hasOwnRegistry()) {
            steps.of("schema registry", () -> engines.startRegistry(database(databases, Engines.REGISTRY)));
        }
    }

    private List<String> titles() {
        return services.stream().map(HostedService::title).toList();
    }

    private ApplicationContext start(
            HostedService service, Wiring wiring, Map<String, ServiceDatabase> databases, Secrets secrets) {
        ServiceDatabase own = database(databases, service.title());
        ApplicationContext context =
                steps.of(service.title(), () -> running.keep(service.start(wiring.of(service, own))));
        if (service == HostedService.PORTAL) {
            RunningFolder.tell(data.path(), wiring.origin(), own.url(), own.user());
            welcome(context, engines.reader(secrets));
        }
        return context;
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
    private void welcome(ApplicationContext portal, Optional<KafkaLogin> reader) {
        tellReader(reader);
        if (demo) {
            portal.getBean(DemoAccounts.class)
                    .prepare(reader.map(login -> Map.of(
                                    "bootstrap", login.bootstrap(),
                                    "username", login.username(),
                                    "password", login.password(),
                                    "mechanism", "SCRAM-SHA-256",
                                    "securityProtocol", "SASL_PLAINTEXT"))
                            .orElse(Map.of()));
        } else {
            portal.getBean(FirstAdmin.class)
                    .link()
                    .ifPresent(link -> out.println("Set the first administrator's password here (once, until "
                            + link.expiresAt() + "):\n  " + link.address()));
        }
    }

    private void tellReader(Optional<KafkaLogin> reader) {
        Path file = data.resolve("kafka-client.properties");
        if (reader.isEmpty()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return;
        }
        StringBuilder properties = new StringBuilder();
        reader.get()
                .properties()
                .forEach((name, value) ->
                        properties.append(name).append('=').append(value).append('\n'));
        PrivateFile.write(file, properties.toString());
    }
}
