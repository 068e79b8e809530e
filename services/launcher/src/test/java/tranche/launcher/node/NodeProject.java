package tranche.launcher.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The programs of {@code src/test/node}, with their packages installed under {@code target} at the first use.
 *
 * <p>Packages are those of the committed lock file, and none of their install scripts is run.
 */
public final class NodeProject {

    private static final Path SOURCES = Path.of("src/test/node");
    private static final Path FOLDER = Path.of("target/node");

    /** A slow package host; a program that hangs must not hang the build. */
    private static final Duration INSTALL_LIMIT = Duration.ofMinutes(5);

    private NodeProject() {}

    /** How a program ended and what it said. */
    public record Ended(int status, List<String> lines, String errors) {
        public Ended {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Runs a program to its end.
     *
     * @param script its file name, for instance {@code read.mjs}
     * @param environment added to the environment of this process; secrets go here and not among the arguments
     * @param input given on the standard input
     * @param limit after which the program is ended
     * @throws IllegalStateException if Node.js or the packages cannot be had, or the limit passes
     */
    public static Ended run(
            String script, List<String> arguments, Map<String, String> environment, String input, Duration limit) {
        install();
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(arguments);
        return end(command, environment, input, limit);
    }

    private static synchronized void install() {
        try {
            Files.createDirectories(FOLDER);
            Path lock = FOLDER.resolve("package-lock.json");
            boolean current = Files.exists(FOLDER.resolve("node_modules/.package-lock.json"))
                    && Files.exists(lock)
                    && Files.mismatch(SOURCES.resolve("package-lock.json"), lock) < 0;
            copySources();
            if (!current) {
                Ended ended = end(
                        List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
                        Map.of(),
                        "",
                        INSTALL_LIMIT);
                if (ended.status() != 0) {
                    throw new IllegalStateException("npm ci ended with " + ended.status() + ": " + ended.errors());
                }
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void copySources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(FOLDER.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
    }

    /** Output goes to files, so that neither a full pipe nor a reading thread can get in the way. */
    private static Ended end(List<String> command, Map<String, String> environment, String input, Duration limit) {
        try {
            Path out = Files.createTempFile(FOLDER, "out", ".txt");
            Path err = Files.createTempFile(FOLDER, "err", ".txt");
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .directory(FOLDER.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
                builder.environment().putAll(environment);
                int status = await(start(builder), input, limit, command);
                return new Ended(status, Files.readAllLines(out, UTF_8), Files.readString(err, UTF_8));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException absent) {
            throw new IllegalStateException(
                    builder.command().getFirst() + " is needed: install Node.js 18 or newer with npm", absent);
        }
    }

    private static int await(Process process, String input, Duration limit, List<String> command) throws IOException {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(UTF_8));
        }
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(command + " did not end within " + limit);
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(command + " was interrupted", stopped);
        } finally {
            process.destroyForcibly();
        }
    }
}
