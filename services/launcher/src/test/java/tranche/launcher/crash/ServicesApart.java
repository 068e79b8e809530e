package tranche.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tranche.launcher.up.Kept;
import tranche.launcher.up.Launched;
import tranche.world.Failpoint;

/** Services, each in a process of its own as the script starts it, over engines that stay up. */
final class ServicesApart implements AutoCloseable {

    static final String COMMITMENTS = "commitments";
    static final String MILESTONES = "milestones";
    static final String NOTIFICATIONS = "notifications";
    static final String PORTAL = "portal";

    /** From the start of a process to its planned crash: a start and some commands, on a busy machine. */
    private static final Duration CRASH_LIMIT = Duration.ofMinutes(3);

    private final Path folder;
    private final int port;
    private final EnginesApart engines;
    private final Map<String, Launched> services = new TreeMap<>();

    ServicesApart(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.engines = new EnginesApart(folder.resolve("engines"), port);
    }

    /** Starts those of these services that do not run, and waits until they and the registry answer. */
    void start(String... wanted) {
        startMissing(wanted);
        ready();
        engines.awaitAll();
    }

    /** kill -9 of a service, which is started again at once. */
    void kill(String service) {
        Objects.requireNonNull(services.remove(service)).kill();
        start(service, Map.of());
    }

    /** Starts a service anew, to be halted at a point; the other one goes on, or is started where it has ended. */
    void startToCrash(String service, String point, int hit) {
        Launched before = services.remove(service);
        if (before != null) {
            before.kill();
        }
        // Read by the java program, as if it stood on its command line.
        start(service, Map.of("JDK_JAVA_OPTIONS", "-Dtranche.failpoint=" + point + ":" + hit));
        startMissing(COMMITMENTS, PORTAL);
    }

    private void startMissing(String... wanted) {
        for (String service : wanted) {
            Launched launched = services.get(service);
            if (launched == null || !launched.isRunning()) {
                start(service, Map.of());
            }
        }
    }

    private void start(String service, Map<String, String> environment) {
        Map<String, String> variables = new HashMap<>(engines.environment());
        variables.put("TRANCHE_ONLY", service);
        variables.put("TRANCHE_DEMO", String.valueOf(service.equals(PORTAL)));
        variables.put("TRANCHE_ALLOW_PRIVATE_WEBHOOKS", "true");
        variables.putAll(environment);
        services.put(service, Launched.up(variables, folderOf(service), port));
    }

    /** Waits until those that run take commands. */
    void ready() {
        services.values().forEach(Launched::ready);
    }

    /**
     * Waits for a planned crash.
     *
     * @param point as it is to be named where it is not reached
     */
    void awaitCrash(String service, String point) {
        Launched launched = Objects.requireNonNull(services.get(service));
        assertThat(launched.endsWithin(CRASH_LIMIT)).as(point + " is reached").isTrue();
        assertThat(launched.end()).as(point + ": " + launched.said()).isEqualTo(Failpoint.EXIT_CODE);
    }

    /** The auditor, which shares no decision with what it audits, finds nothing. */
    void assertVerified() {
        String data = folderOf(PORTAL).toString();
        try (Launched verify = Launched.call(engines.environment(), "verify", "--data", data)) {
            assertThat(verify.end()).as(verify.said()).isZero();
        }
    }

    /** The broker goes away while the services go on. */
    void stopBroker() {
        engines.stopBroker();
    }

    void startBroker() {
        engines.startBroker();
    }

    Kept kept() {
        return engines.kept();
    }

    /** Where the API of the schema registry begins. */
    URI registry() {
        return engines.registry();
    }

    Path folderOf(String service) {
        return folder.resolve(service);
    }

    /** Nobody looks at what they leave: they need not leave in order. */
    @Override
    public void close() {
        services.values().forEach(Launched::kill);
        engines.close();
    }
}
