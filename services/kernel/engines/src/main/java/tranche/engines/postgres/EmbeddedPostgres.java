package tranche.engines.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import tranche.engines.EngineException;
import tranche.engines.Folders;
import tranche.engines.Wait;
import tranche.engines.process.ChildProcess;
import tranche.engines.process.Leftover;
import tranche.engines.process.Program;
import tranche.engines.process.Watch;
import tranche.engines.secret.Secrets;
import tranche.world.file.PrivateFile;

/**
 * A PostgreSQL server of its own on 127.0.0.1, with its data in one folder that survives stops, kills and reboots.
 *
 * <p>A commit it confirms is on disk: {@code fsync}, {@code synchronous_commit}, {@code full_page_writes} and data checksums
 * are on, and a server that says otherwise is refused. Every role needs its password (SCRAM-SHA-256). A server that
 * outlived its JVM is stopped first; the next one recovers what it left.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    /** Recovery after a crash reads at most the log since the last checkpoint (1 GB): seconds, a minute on a slow disk. */
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    /** A fast shutdown writes what is dirty (96 MB at most); after that the server is left to its own recovery. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(6);

    /** Where {@code postmaster.pid} says whether connections are accepted (line 8, from 1). */
    private static final int STATUS_LINE = 7;

    private final PostgresBinaries binaries;
    private final Path folder;
    private final int port;
    private final Process process;
    private final Watch watch;
    private final ServiceDatabases databases;

    private EmbeddedPostgres(PostgresBinaries binaries, Path folder, int port, Secrets secrets, Process process) {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
        this.process = process;
        this.watch = Watch.over(process, "PostgreSQL", folder.resolve("log"));
        this.databases = new ServiceDatabases(
                PostgresServer.local(port),
                SUPERUSER,
                secrets.of("postgres." + SUPERUSER),
                role -> secrets.of("postgres." + role));
    }

    /**
     * Starts the server and waits until it takes connections.
     *
     * @param folder all of the server's data; made where it is missing
     * @param cache where its programs are unpacked
     * @param port free on 127.0.0.1
     * @param secrets passwords of its roles
     * @throws EngineException if it does not start, or is weaker than promised
     */
    public static EmbeddedPostgres start(Path folder, Path cache, int port, Secrets secrets) {
        PostgresBinaries binaries = PostgresBinaries.in(cache);
        try {
            Path real = Files.createDirectories(folder).toRealPath();
            Path data = real.resolve("data");
            stopLeftover(real, cache);
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialise(binaries, real, secrets);
            }
            List<String> command = new ArrayList<>(List.of(binaries.program("postgres")));
            command.addAll(PostgresSettings.arguments(
                    data.toString(), real.resolve("log").toString(), port));
            Process process =
                    ChildProcess.start(new Program(command, Map.of(), real, real.resolve("start.log"), "INT", true));
            EmbeddedPostgres server = new EmbeddedPostgres(binaries, real, port, secrets, process);
            server.awaitReady();
            server.refuseWeaker();
            return server;
        } catch (IOException failed) {
            throw new EngineException("Cannot use " + folder + " for PostgreSQL: " + failed.getMessage(), failed);
        }
    }

    public int port() {
        return port;
    }

    /** The process id of the server's first process. */
    public long pid() {
        return process.pid();
    }

    /** Whether the server's first process lives. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /**
     * The database of a service, made with its two roles where it is missing.
     *
     * @param service also the name of the database and of the service's role; the owner is {@code <service>_owner}
     */
    public ServiceDatabase database(String service) {
        return databases.make(service);
    }

    /** Drops a database with its roles and all that is connected to it. */
    public void drop(ServiceDatabase database) throws SQLException {
        databases.drop(database);
    }

    private static void initialise(PostgresBinaries binaries, Path folder, Secrets secrets) throws IOException {
        // Data without PG_VERSION is what a killed initdb left: it never took a commit.
        Path beside = folder.resolve("data.new");
        Folders.delete(beside);
        Path password = folder.resolve("superuser-password");
        PrivateFile.write(password, secrets.of("postgres." + SUPERUSER) + "\n");
        Path output = folder.resolve("initdb.log");
        // Builtin C.UTF-8: the same order of texts on every machine, whatever its locales.
        List<String> command = List.of(
                binaries.program("initdb"),
                "--pgdata=" + beside,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
        int exit = ChildProcess.run(new Program(command, Map.of(), folder, output, "KILL", true));
        Files.delete(password);
        if (exit != 0) {
            throw new EngineException("PostgreSQL could not make its data folder:\n" + Files.readString(output));
        }
        Files.move(beside, folder.resolve("data"));
    }

    /**
     * Stops a server of this folder that outlived the JVM that started it. {@link #start} does so by itself; before it, the
     * server's port is still taken.
     *
     * @throws EngineException if it does not stop
     */
    public static void stopLeftover(Path folder, Path cache) {
        try {
            Path pidFile = folder.resolve("data").resolve("postmaster.pid");
            if (Files.exists(pidFile)) {
                stopLeftover(folder.toRealPath(), pidFile, cache);
            }
        } catch (IOException failed) {
            throw new EngineException("Cannot use " + folder + " for PostgreSQL: " + failed.getMessage(), failed);
        }
    }

    private static void stopLeftover(Path folder, Path pidFile, Path cache) throws IOException {
        Path data = folder.resolve("data");
        String first = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        // A power failure may have left the file empty.
        long pid = first.matches("[0-9]{1,10}") ? Long.parseLong(first) : 0;
        if (Leftover.find(pid, "/bin/postgres", data.toString()).isEmpty()) {
            // A crash left the file, and perhaps the system has given the number to a stranger, which is let be.
            Files.deleteIfExists(pidFile);
            return;
        }
        PostgresBinaries binaries = PostgresBinaries.in(cache);
        for (String mode : List.of("fast", "immediate")) {
            stop(binaries, folder, mode);
            if (Leftover.isGoneWithin(STOP_LIMIT, pid, "/bin/postgres", data.toString())) {
                return;
            }
        }
        throw new EngineException("A PostgreSQL of an earlier start (process " + pid + ") still runs on " + data
                + " and does not stop. End it with: kill -QUIT " + pid);
    }

    private static void stop(PostgresBinaries binaries, Path folder, String mode) {
        List<String> command = List.of(
                binaries.program("pg_ctl"), "stop", "-D", folder.resolve("data").toString(), "-m", mode, "--no-wait");
        // Its exit code tells nothing that the process itself does not tell better: it is gone, or it is not.
        ChildProcess.run(new Program(command, Map.of(), folder, folder.resolve("stop.log"), "KILL", true));
    }

    private void awaitReady() throws IOException {
        Path pidFile = folder.resolve("data").resolve("postmaster.pid");
        boolean ready = Wait.until(() -> !process.isAlive() || isReady(pidFile), START_LIMIT);
        if (!process.isAlive()) {
            throw new EngineException("PostgreSQL ended while starting:\n" + said());
        }
        if (!ready) {
            close();
            throw new EngineException("PostgreSQL was not ready within " + START_LIMIT + ":\n" + said());
        }
    }

    private boolean isReady(Path pidFile) {
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.size() > STATUS_LINE
                    && lines.getFirst().strip().equals(Long.toString(process.pid()))
                    && lines.get(STATUS_LINE).strip().equals("ready");
        } catch (IOException notThereYet) {
            return false;
        }
    }

    private void refuseWeaker() {
        Map<String, String> weaker = new TreeMap<>();
        try (Connection connection = databases.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', "
                                + "'full_page_writes', 'data_checksums')")) {
            Map<String, String> missing = new TreeMap<>(PostgresSettings.DURABLE);
            while (rows.next()) {
                missing.remove(rows.getString(1), rows.getString(2));
            }
            weaker.putAll(missing);
        } catch (SQLException failed) {
            close();
            throw new EngineException("PostgreSQL started but refuses its owner: " + failed.getMessage(), failed);
        }
        if (!weaker.isEmpty()) {
            close();
            throw new EngineException("PostgreSQL would not keep what it confirms: it must run with " + weaker + ".");
        }
    }

    /** The end of what the server wrote before its own log took over, and of that log. */
    private String said() throws IOException {
        return Files.readString(folder.resolve("start.log")).strip();
    }

    /** Stops the server: what was committed is on disk already, so a stop that takes too long is cut short. */
    @Override
    public void close() {
        if (process.isAlive()) {
            watch.stopping();
            stop(binaries, folder, "fast");
            if (!hasEnded()) {
                quit();
            }
        }
    }

    /** Stops the server as it stands, without the writing that spares the next start a recovery: for data nobody needs. */
    public void quit() {
        watch.stopping();
        stop(binaries, folder, "immediate");
        hasEnded();
    }

    private boolean hasEnded() {
        try {
            return process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
