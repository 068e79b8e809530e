package tranche.launcher.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tranche.engines.EngineException;
import tranche.launcher.CannotRun;
import tranche.launcher.EnvironmentDefaults;
import tranche.launcher.Home;

/** {@code ./tranche up}: everything on this machine until Ctrl-C. */
@Command(
        name = "up",
        description = {
            "Starts everything on this machine; Ctrl-C stops it. It listens on this machine only, unless --host says more.",
            "What is left out may stand in the environment: --kafka as TRANCHE_KAFKA."
        },
        defaultValueProvider = EnvironmentDefaults.class,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:stopped by Ctrl-C or SIGTERM", "2:could not start, and why is said"})
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

    @Option(
            names = "--ready-file",
            paramLabel = "F",
            description = "write this file once sign-in works and every service takes commands")
    private @Nullable Path readyFile;

    @Option(names = "--wait-demo", description = "the ready file waits for the demo's data, too")
    private boolean waitDemo;

    @Option(
            names = "--allow-private-webhooks",
            description = "webhooks may go to this machine and its network, for trying out")
    private boolean allowPrivateWebhooks;

    @Option(
            names = "--only",
            paramLabel = "SERVICE",
            split = ",",
            description = "only these services: commitments, milestones, notifications, portal")
    private List<String> only = List.of();

    @Mixin
    private Addresses addresses = new Addresses();

    @Mixin
    private OwnServers own = new OwnServers();

    @Override
    public Integer call() throws InterruptedException {
        PortPlan ports = new PortPlan(port);
        List<HostedService> services = services();
        addresses.require();
        if (demo) {
            requireThisMachine();
            own.requireThisMachine();
        }
        prepareReadyFile();
        try (DataFolder folder = DataFolder.claim(data);
                Running running = new Running()) {
            start(folder, ports, services, running);
        } catch (EngineException failed) {
            throw new CannotRun(String.valueOf(failed.getMessage()));
        }
        return 0;
    }

    private void requireThisMachine() {
        if (!addresses.isThisMachine()) {
            throw new CannotRun("--demo makes accounts for trying out and listens on this machine only; --host names "
                    + addresses.host() + ". Leave one of the two out.");
        }
    }

    private void start(DataFolder folder, PortPlan ports, List<HostedService> services, Running running)
            throws InterruptedException {
        Path home = Home.folder();
        Engines engines = new Engines(folder, ports, own, home.resolve("services/launcher/target"), running);
        engines.stopLeftovers();
        Map<String, Integer> wanted = new LinkedHashMap<>();
        // The portal's is the port that was asked for: of several that are taken it is named first.
        services.stream()
                .sorted(Comparator.comparingInt(service -> service.port(ports)))
                .forEach(service -> wanted.put("the service " + service.title(), service.port(ports)));
        PortPlan.requireFree(addresses.host(), wanted);
        PortPlan.requireFree(
                Addresses.THIS_MACHINE, engines.wantedPorts(services.contains(HostedService.NOTIFICATIONS)));
        folder.begin();
        StopSignal signal = StopSignal.on(running, folder, System.out);
        try {
            new AllInOne(folder, ports, addresses, demo, allowPrivateWebhooks, services, engines, running, System.out)
                    .start(() -> ready(folder, services), this::loaded);
        } catch (RuntimeException failed) {
            signal.giveUp();
            throw failed;
        }
        signal.await();
    }

    private List<HostedService> services() {
        if (only.isEmpty()) {
            return List.of(HostedService.values());
        }
        List<HostedService> services = new ArrayList<>(
                only.stream().map(HostedService::named).distinct().toList());
        if (demo && !services.contains(HostedService.PORTAL)) {
            throw new CannotRun("--demo makes accounts, which the portal keeps: add portal to --only.");
        }
        return services;
    }

    /** A file of an earlier start would say that this one is ready. */
    private void prepareReadyFile() {
        if (readyFile == null) {
            return;
        }
        Path folder = readyFile.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new CannotRun("the ready file " + readyFile + " cannot be written: " + folder
                    + " is no folder that can be written to.");
        }
        try {
            Files.deleteIfExists(readyFile);
        } catch (IOException failed) {
            throw new CannotRun("the ready file " + readyFile + " cannot be written: it is something else already.");
        }
    }

    private void ready(DataFolder folder, List<HostedService> services) {
        tell(folder, services);
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
                Files.writeString(readyFile, addresses.origin(new PortPlan(port)) + "\n");
            } catch (IOException failed) {
                throw new CannotRun("the ready file " + readyFile + " cannot be written: " + failed.getMessage());
            }
        }
    }

    private void tell(DataFolder folder, List<HostedService> services) {
        System.out.println();
        if (services.contains(HostedService.PORTAL)) {
            System.out.println("Open " + addresses.origin(new PortPlan(port)));
        }
        if (demo) {
            System.out.println("The sign-in page lists an account for each role; their keys are in "
                    + folder.resolve("demo-accounts.json"));
        }
        if (services.contains(HostedService.NOTIFICATIONS) && own.smtp().isEmpty()) {
            String mailbox = "http://localhost:" + new PortPlan(port).mailbox();
            System.out.println(
                    "E-mail stays on this machine: " + mailbox + ", and so do webhooks to " + mailbox + "/hooks");
        }
        System.out.println("Ctrl-C stops it. Everything is kept in " + folder.path());
    }
}
