package tranche.engines.registry;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tranche.engines.EngineException;
import tranche.engines.Ports;
import tranche.engines.Wait;
import tranche.engines.postgres.ServiceDatabase;
import tranche.engines.process.ChildProcess;
import tranche.engines.process.Leftover;
import tranche.engines.process.Program;
import tranche.engines.process.Watch;

/**
 * The schema registry (Apicurio, with Confluent's API), beside this JVM because it is a server of its own kind. It keeps
 * its schemas in a database and ends with this JVM; nothing waits for it.
 */
public final class RegistryProcess implements AutoCloseable {

    private static final String JAR = "quarkus-run.jar";
    private static final String PROGRAM = "/bin/java";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private static final String LOG = "registry.log";

    private final Process process;
    private final Watch watch;
    private final int port;

    private RegistryProcess(Process process, Path log, int port) {
        this.process = process;
        this.watch = Watch.over(process, "the schema registry", log);
        this.port = port;
    }

    /**
     * Starts the registry and returns at once; it answers after some seconds.
     *
     * @param distribution the unpacked folder that holds {@code quarkus-run.jar}
     * @param folder where its log and its process id are kept; made where it is missing
     * @param database whose owner it works as
     * @param port of the API, on 127.0.0.1
     * @param managementPort of its own health, on 127.0.0.1
     * @throws EngineException if it cannot be started
     */
    public static RegistryProcess start(
            Path distribution, Path folder, ServiceDatabase database, int port, int managementPort) {
        try {
            Path home = Files.createDirectories(folder).toRealPath();
            Path pid = home.resolve("pid");
            stopLeftover(home, distribution);
            Process process = ChildProcess.start(program(distribution, home, database, port, managementPort));
            Files.writeString(pid, Long.toString(process.pid()));
            return new RegistryProcess(process, home.resolve(LOG), port);
        } catch (IOException failed) {
            throw new EngineException("Cannot use " + folder + " for the registry: " + failed.getMessage(), failed);
        }
    }

    private static Program program(
            Path distribution, Path home, ServiceDatabase database, int port, int managementPort) {
        return new Program(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx160m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:MaxMetaspaceSize=192m",
                        "-jar",
                        jar(distribution)),
                Map.ofEntries(
                        Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                        Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                        Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                        Map.entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort)),
                        Map.entry("APICURIO_STORAGE_KIND", "sql"),
                        Map.entry("APICURIO_STORAGE_SQL_KIND", "postgresql"),
                        Map.entry("APICURIO_DATASOURCE_URL", database.url()),
                        Map.entry("APICURIO_DATASOURCE_USERNAME", database.owner()),
                        // Not an argument: those can be read by everybody on the machine.
                        Map.entry("APICURIO_DATASOURCE_PASSWORD", database.ownerPassword()),
                        Map.entry("APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "1"),
                        Map.entry("APICURIO_DATASOURCE_JDBC_MIN_SIZE", "1"),
                        Map.entry("APICURIO_DATASOURCE_JDBC_MAX_SIZE", "4")),
                home,
                home.resolve(LOG),
                "TERM",
                false);
    }

    private static String jar(Path distribution) {
        return distribution.resolve(JAR).toAbsolutePath().toString();
    }

    /**
     * Stops a registry of this folder that outlived the JVM that started it, as one does where the kernel does not end
     * children. {@link #start} does so by itself; before it, the registry's port is still taken.
     */
    public static void stopLeftover(Path folder, Path distribution) {
        Path pid = folder.resolve("pid");
        try {
            if (!Files.exists(pid)) {
                return;
            }
            String text = Files.readString(pid).strip();
            if (text.matches("[0-9]{1,10}")) {
                long id = Long.parseLong(text);
                Leftover.find(id, PROGRAM, jar(distribution)).ifPresent(ProcessHandle::destroy);
                Leftover.isGoneWithin(STOP_LIMIT, id, PROGRAM, jar(distribution));
            }
            Files.delete(pid);
        } catch (IOException failed) {
            throw new EngineException("Cannot use " + folder + " for the registry: " + failed.getMessage(), failed);
        }
    }

    /** Where the Confluent-compatible API begins. */
    public URI api() {
        return api(port);
    }

    /** Where the API of a registry on this port begins. */
    public static URI api(int port) {
        return URI.create("http://127.0.0.1:" + port + "/apis/ccompat/v7");
    }

    /** Waits until it takes connections; false if it ended meanwhile, or the limit is over. */
    public boolean answersWithin(Duration limit) {
        return Wait.until(() -> !process.isAlive() || Ports.answers(port), limit) && process.isAlive();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public void close() {
        watch.stopping();
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
