package tranche.launcher.imports;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import tranche.commitments.Commitments;
import tranche.engines.Ports;
import tranche.launcher.RunningFolder;
import tranche.portal.Portal;
import tranche.portal.founding.DemoAccounts;
import tranche.testkit.TestDatabase;

/** A portal and the service of commitments with a demo's accounts, and the data folder as another process finds it. */
final class RunningDemo implements AutoCloseable {

    private final Path data;
    private final String origin;
    private final FileChannel channel;
    private final FileLock lock;
    private final ApplicationContext portal;
    private final ApplicationContext commitments;
    private final HttpClient http = HttpClient.newHttpClient();

    RunningDemo(Path data) throws IOException {
        this.data = data;
        List<Integer> ports = Ports.free(2);
        this.origin = "http://localhost:" + ports.get(0);
        TestDatabase portals = TestDatabase.create("portal");
        Map<String, Object> properties = properties(ports.get(0), portals);
        properties.put("tranche.demo", true);
        properties.put("tranche.upstream.commitments", "http://127.0.0.1:" + ports.get(1));
        portal = Portal.start(properties);
        commitments = Commitments.start(properties(ports.get(1), TestDatabase.create("commitments")));
        portal.getBean(DemoAccounts.class).prepare(Map.of());
        channel = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock = channel.lock();
        RunningFolder.tell(data, origin, portals.url(), portals.user());
        Files.writeString(data.resolve("secrets"), "postgres." + portals.user() + "=" + portals.password() + "\n");
    }

    private Map<String, Object> properties(int port, TestDatabase database) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("micronaut.server.port", port);
        properties.put("tranche.origin", origin);
        properties.put("tranche.keys-url", origin.replace("localhost", "127.0.0.1") + "/.well-known/jwks.json");
        properties.put("tranche.data", data.toString());
        properties.put("tranche.database.url", database.url());
        properties.put("tranche.database.owner", database.owner());
        properties.put("tranche.database.owner-password", database.ownerPassword());
        properties.put("tranche.database.user", database.user());
        properties.put("tranche.database.password", database.password());
        // Nothing is sent in these tests: the relays wait for a broker that is not there.
        properties.put("tranche.kafka.bootstrap", "127.0.0.1:1");
        properties.put("tranche.registry.url", "http://127.0.0.1:1/apis/ccompat/v7");
        return properties;
    }

    String origin() {
        return origin;
    }

    HttpResponse<String> send(String key, String method, String path, String body) throws InterruptedException {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(origin + "/api/v1" + path))
                            .method(method, BodyPublishers.ofString(body))
                            .header("Authorization", "Bearer " + key)
                            .header("Content-Type", "application/json")
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /** What a call printed, and its exit code. */
    record Printed(int exit, String out, String err) {}

    static Printed run(Object command, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((failure, _, _) -> {
                    err.append(failure.getMessage());
                    return 2;
                })
                .execute(arguments);
        return new Printed(exit, out.toString(), err.toString());
    }

    @Override
    public void close() throws IOException {
        commitments.close();
        portal.close();
        lock.release();
        channel.close();
    }
}
