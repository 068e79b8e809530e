package tranche.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tranche.engines.Ports;
import tranche.launcher.Tranche;

/** A call of the launcher in a process of its own, started as the script starts it. */
public final class Launched implements AutoCloseable {

    /** Generous: a start takes some ten seconds on two cores that have nothing else to do. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** A portal's port and everything at a fixed offset from it. */
    private static final int PORTS = 34;

    private final Process process;
    private final Path output;
    private final Path readyFile;

    private Launched(Process process, Path output, Path readyFile) {
        this.process = process;
        this.output = output;
        this.readyFile = readyFile;
    }

    /** Its output and its ready file, for a look at them after a test that failed. */
    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "launched")), "up-")
                    .toAbsolutePath();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The first port of a free run as long as an all-in-one needs. */
    public static int freePort() {
        return Ports.run(PORTS);
    }

    /** {@code ./tranche up} with these options. */
    public static Launched up(Path data, int port, String... options) {
        return up(Map.of(), data, port, options);
    }

    /** {@code ./tranche up} with these options and variables of the environment. */
    public static Launched up(Map<String, String> environment, Path data, int port, String... options) {
        Path ready = newFolder().resolve("ready");
        List<String> arguments = new ArrayList<>(List.of(
                "up", "--data", data.toString(), "--port", Integer.toString(port), "--ready-file", ready.toString()));
        arguments.addAll(List.of(options));
        return call(environment, arguments, ready);
    }

    /** Another call of the launcher. */
    public static Launched call(String... arguments) {
        return call(Map.of(), arguments);
    }

    /** Another call of the launcher, with these variables of the environment. */
    public static Launched call(Map<String, String> environment, String... arguments) {
        return call(environment, List.of(arguments), newFolder().resolve("ready"));
    }

    private static Launched call(Map<String, String> environment, List<String> arguments, Path ready) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--") || flag.startsWith("-Dorg.apache.avro"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xmx448m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dtranche.home=" + Path.of("../..").toAbsolutePath().normalize(),
                Tranche.class.getName()));
        command.addAll(arguments);
        try {
            Path output = ready.resolveSibling("output");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(output.toFile());
            builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
            builder.environment().putAll(environment);
            return new Launched(builder.start(), output, ready);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits until the ready file is there. */
    public Launched ready() {
        await().atMost(LIMIT).until(() -> !process.isAlive() || Files.exists(readyFile));
        assertThat(process.isAlive()).as(said()).isTrue();
        return this;
    }

    /** SIGTERM; the exit code. */
    public int stop() {
        process.destroy();
        return end();
    }

    /** kill -9. */
    public void kill() {
        process.destroyForcibly();
        end();
    }

    /** Waits for the end; the exit code. */
    public int end() {
        assertThat(endsWithin(LIMIT)).as(said()).isTrue();
        return process.exitValue();
    }

    /** Whether it ends by itself before the limit is over. */
    public boolean endsWithin(Duration limit) {
        try {
            return process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What it has written so far. */
    public String said() {
        try {
            return Files.readString(output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
