package tranche.launcher.verify;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tranche.commitments.Commitments;
import tranche.engines.Ports;
import tranche.engines.broker.EmbeddedBroker;
import tranche.engines.postgres.EmbeddedPostgres;
import tranche.engines.postgres.ServiceDatabase;
import tranche.engines.secret.Secrets;
import tranche.milestones.Milestones;
import tranche.notifications.Notifications;
import tranche.portal.Portal;
import tranche.portal.founding.DemoAccounts;
import tranche.testkit.StubRegistry;
import tranche.world.ids.RandomIds;

/** All services over engines in a data folder, as the launcher lays it out, called over HTTP through the front door. */
final class SmallDeployment implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final List<String> SERVICES = List.of("commitments", "milestones", "notifications", "portal");

    private final Path folder;
    private final Secrets secrets;
    private final List<Integer> ports = Ports.free(7);
    private final StubRegistry registry = StubRegistry.start();
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer receiver =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    private @Nullable FileChannel lock;
    private @Nullable EmbeddedPostgres postgres;
    private @Nullable EmbeddedBroker broker;

    SmallDeployment(Path folder) throws IOException {
        this.folder = folder;
        this.secrets = new Secrets(folder.resolve("secrets"), new RandomIds());
        Files.writeString(folder.resolve("version"), "1");
        answer("/taken", HttpURLConnection.HTTP_NO_CONTENT);
        answer("/gone", HttpURLConnection.HTTP_GONE);
        answer("/busy", HttpURLConnection.HTTP_UNAVAILABLE);
        receiver.start();
        startEngines();
    }

    private void answer(String path, int status) {
        receiver.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    /** The folder in which the product was built: above the launcher's, where tests run. */
    static Path home() {
        return Path.of("../..").toAbsolutePath().normalize();
    }

    /** Starts the engines and holds the folder's lock, as a launcher does. */
    void startEngines() throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel.lock();
        lock = channel;
        postgres = EmbeddedPostgres.start(
                folder.resolve("postgres"), home().resolve("services/launcher/target/engines"), ports.get(0), secrets);
        broker = EmbeddedBroker.start(folder.resolve("kafka"), ports.get(1), ports.get(2), secrets, SERVICES);
        Files.writeString(
                folder.resolve("kafka-client.properties"),
                broker.reader().properties().entrySet().stream()
                        .map(property -> property.getKey() + "=" + property.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    /** Stops the engines and gives the lock back. */
    void stopEngines() throws IOException {
        if (broker != null) {
            broker.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        if (lock != null) {
            lock.close();
        }
    }

    /** Something to be done while the services run. */
    interface Work {
        void with(Callers callers) throws Exception;
    }

    /** Starts the services, has the work done, waits until the others have learnt of all of it, and stops them. */
    void whileServing(Work work) throws Exception {
        try (ApplicationContext portal = Portal.start(properties("portal", ports.get(3)))) {
            portal.getBean(DemoAccounts.class).prepare(Map.of());
            try (ApplicationContext commitments = Commitments.start(properties("commitments", ports.get(4)));
                    ApplicationContext milestones = Milestones.start(properties("milestones", ports.get(6)));
                    ApplicationContext notifications = Notifications.start(properties("notifications", ports.get(5)))) {
                work.with(new Callers());
                await().atMost(LIMIT)
                        .until(() -> commitments.isRunning()
                                && milestones.isRunning()
                                && notifications.isRunning()
                                && learnt()
                                && told()
                                && sent());
            }
        }
    }

    private Map<String, Object> properties(String service, int port) {
        ServiceDatabase database = java.util.Objects.requireNonNull(postgres).database(service);
        String origin = "http://localhost:" + ports.get(3);
        Map<String, Object> properties = new HashMap<>();
        properties.put("micronaut.server.port", port);
        properties.put("tranche.origin", origin);
        properties.put("tranche.keys-url", "http://127.0.0.1:" + ports.get(3) + "/.well-known/jwks.json");
        properties.put("tranche.data", folder.toString());
        properties.put("tranche.demo", true);
        properties.put("tranche.upstream.commitments", "http://127.0.0.1:" + ports.get(4));
        properties.put("tranche.allow-private-webhooks", true);
        properties.put("tranche.upstream.notifications", "http://127.0.0.1:" + ports.get(5));
        properties.put("tranche.database.url", database.url());
        properties.put("tranche.database.owner", database.owner());
        properties.put("tranche.database.owner-password", database.ownerPassword());
        properties.put("tranche.database.user", database.user());
        properties.put("tranche.database.password", database.password());
        properties.put("tranche.kafka.bootstrap", "127.0.0.1:" + ports.get(1));
        properties.put("tranche.kafka.username", EmbeddedBroker.SERVICES_USER);
        properties.put("tranche.kafka.password", secrets.of("kafka." + EmbeddedBroker.SERVICES_USER));
        properties.put("tranche.registry.url", registry.uri().toString());
        return properties;
    }

    private boolean learnt() throws SQLException {
        return events("commitments") + events("portal") == read("portal", "raise")
                && events("commitments") == read("milestones", "tranche");
    }

    private boolean told() throws SQLException {
        return events("portal") == read("notifications", "recipient")
                && events("commitments") == read("notifications", "notice")
                && events("commitments") == read("notifications", "subject")
                && events("notifications") == read("notifications", "endpoint-owner");
    }

    /** What is tried again later is left. */
    private boolean sent() throws SQLException {
        return number(
                        "notifications",
                        "select count(*) from delivery where due_at <= now() or state = 'SENDING'"
                                + " or due_at is not null and attempts = 0")
                == 0;
    }

    private long events(String database) throws SQLException {
        return number(database, "select coalesce(sum(sequence), 0) from event_head");
    }

    private long read(String database, String consumer) throws SQLException {
        return number(
                database, "select coalesce(sum(sequence), 0) from inbox_mark where consumer = '" + consumer + "'");
    }

    private long number(String database, String query) throws SQLException {
        return Long.parseLong(text(database, query));
    }

    /** A connection that no rule of the database holds back. */
    Connection superuser(String database) throws SQLException {
        Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + ports.get(0) + "/" + database,
                "postgres",
                secrets.of("postgres.postgres"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
        }
        return connection;
    }

    /** The first column of a query's first row. */
    String text(String database, String query) throws SQLException {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            if (!row.next()) {
                throw new IllegalStateException("no row: " + query);
            }
            return row.getString(1);
        }
    }

    /** The demo's accounts as callers of the API. */
    final class Callers {

        private final JsonNode accounts;

        private Callers() throws IOException {
            accounts = JSON.readTree(folder.resolve("demo-accounts.json").toFile());
        }

        /** Sends a command and gives the answer; it must be taken. */
        JsonNode post(String role, String path, String body) throws IOException, InterruptedException {
            return send(
                    role,
                    "POST",
                    path,
                    body.replace('\'', '"'),
                    "application/json",
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
        }

        /** Tells the service of commitments of a site of a programme, as its event would; gives the project's id. */
        UUID site(String programme) throws SQLException {
            UUID project = UUID.randomUUID();
            try (Connection database = superuser("commitments");
                    Statement statement = database.createStatement()) {
                statement.execute("insert into site (project_id, programme_id, country, region) values ('" + project
                        + "', '" + programme + "', 'US', 'US-AZ')");
            }
            return project;
        }

        JsonNode get(String role, String path) throws IOException, InterruptedException {
            return send(role, "GET", path, "", "application/json", "Accept", "application/json");
        }

        /** Hands in a file of rows. */
        JsonNode csv(String role, String path, String file) throws IOException, InterruptedException {
            return send(
                    role,
                    "POST",
                    path,
                    file,
                    "text/csv",
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
        }

        JsonNode patch(String role, String path, String body, String version) throws IOException, InterruptedException {
            return send(role, "PATCH", path, body.replace('\'', '"'), "application/json", "If-Match", version);
        }

        /** Where webhooks go: to {@code /taken} they are taken, at {@code /gone} nobody lives, at {@code /busy} nobody opens. */
        String receiver(String path) {
            return "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
        }

        private JsonNode send(
                String role, String method, String path, String body, String contentType, String... headers)
                throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + ports.get(3) + "/api/v1" + path))
                    .method(method, BodyPublishers.ofString(body))
                    .header(
                            "Authorization",
                            "Bearer " + accounts.get(role).get("apiKey").asText())
                    .header("Content-Type", contentType)
                    .headers(headers)
                    .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(method + " " + path + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        }
    }

    @Override
    public void close() throws IOException {
        stopEngines();
        registry.close();
        receiver.stop(0);
    }
}
