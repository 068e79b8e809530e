package tranche.launcher.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tranche.engines.EngineException;
import tranche.launcher.CannotRun;

/** {@code ./tranche up}: everything on this machine until Ctrl-C. */
@Command(
        name = "up",
        description = "Starts everything on this machine; Ctrl-C stops it. It listens on this machine only.",
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {

    @Option(names = "--demo", description = "an account for each role, and the data to try it with")
    private boolean demo;

    @Option(names = "--data", paramLabel = "DIR", description = "where everything is kept (default: ./data)")
    private Path data = Path.of("data");

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "the portal's port (default: 8080); the others follow at fixed offsets")
    private int port = 8080;

    @Option(names = "--ready-file", paramLabel = "F", description = "written once everything takes commands")
    private @Nullable Path readyFile;

    @Option(names = "--wait-demo", description = "the ready file waits for the demo's data, too")
    private boolean waitDemo;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PortPlan ports = new PortPlan(port);
        Path home =
                Path.of(Optional.ofNullable(System.getProperty("tranche.home")).orElse("."));
        if (readyFile != null) {
            Files.deleteIfExists(readyFile);
        }
        try (DataFolder folder = DataFolder.take(data)) {
            ports.requireFree();
            CountDownLatch stopped = new CountDownLatch(1);
            AllInOne all = new AllInOne(folder, ports, demo, home, System.out);
            Thread hook = new Thread(
                    () -> {
                        System.out.println("Stopping");
                        all.close();
                        stopped.countDown();
                    },
                    "stop");
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                all.start(() -> ready(folder), this::loaded);
            } catch (EngineException failed) {
                all.close();
                throw new CannotRun(String.valueOf(failed.getMessage()));
            }
            stopped.await();
        }
        return 0;
    }

    private void ready(DataFolder folder) {
        tell(folder);
        if (!demo || !waitDemo) {
            writeReadyFile();
        }
    }

    private void loaded() {
        if (waitDemo) {
            writeReadyFile();
        }
    }

    private void writeReadyFile() {
        if (readyFile != null) {
            try {
                Files.writeString(readyFile, "http://localhost:" + port + "\n");
            } catch (IOException failed) {
                throw new CannotRun("the ready file " + readyFile + " cannot be written: " + failed.getMessage());
            }
        }
    }

    private void tell(DataFolder folder) {
        System.out.println();
        System.out.println("Open http://localhost:" + port);
        if (demo) {
            System.out.println("The sign-in page lists an account for each role; their keys are in "
                    + folder.resolve("demo-accounts.json"));
        }
        System.out.println("Ctrl-C stops it. Everything is kept in " + folder.path());
    }
}
