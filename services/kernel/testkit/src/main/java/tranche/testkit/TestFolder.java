package tranche.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import tranche.engines.Folders;

/** What this JVM's engines live in: a folder of its own, gone with the JVM after the engines are stopped. */
final class TestFolder {

    private static final Deque<Runnable> STOPS = new ArrayDeque<>();
    private static final Path FOLDER = make();

    private TestFolder() {}

    static Path path() {
        return FOLDER;
    }

    /** Where PostgreSQL's programs are unpacked: once for all modules of a working copy. */
    static Path cache() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path engines = folder.resolve("services/kernel/engines");
            if (Files.isDirectory(engines)) {
                return engines.resolve("target/engines");
            }
        }
        return FOLDER.resolve("engines");
    }

    /** Stops an engine when the JVM ends; the last one started goes first. */
    static synchronized void atEnd(Runnable stop) {
        STOPS.push(stop);
    }

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("tranche-test-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(folder), "test-engines-stop"));
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static synchronized void clear(Path folder) {
        STOPS.forEach(TestFolder::stop);
        try {
            Folders.delete(folder);
        } catch (IOException failed) {
            System.err.println("The test's folder " + folder + " stays: " + failed);
        }
    }

    /** One that does not stop must not leave the others running. */
    private static void stop(Runnable stop) {
        try {
            stop.run();
        } catch (RuntimeException failed) {
            System.err.println("A test's engine did not stop: " + failed);
        }
    }
}
