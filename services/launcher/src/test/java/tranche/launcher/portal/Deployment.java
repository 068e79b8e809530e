package tranche.launcher.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.commitments.Commitments;
import tranche.engines.Folders;
import tranche.engines.Ports;
import tranche.engines.broker.KafkaLogin;
import tranche.milestones.Milestones;
import tranche.notifications.Notifications;
import tranche.portal.Portal;
import tranche.portal.founding.DemoAccounts;
import tranche.testkit.AtEnd;
import tranche.testkit.StubRegistry;
import tranche.testkit.TestBroker;
import tranche.testkit.TestDatabase;

/**
 * All services with the demo's accounts, over a real broker and a real PostgreSQL: one for each JVM, started at the first
 * use. What one test makes stays for the others, so a test that counts makes a fund or programme of its own.
 */
final class Deployment implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private static final Deployment RUNNING = AtEnd.close(new Deployment());

    private final Path data = folder();
    private final List<Integer> ports = Ports.free(4);
    private final StubRegistry registry = StubRegistry.start();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ApplicationContext portal;
    private final ApplicationContext commitments;
    private final ApplicationContext milestones;
    private final ApplicationContext notifications;
    private final JsonNode accounts;

    private Deployment() {
        portal = Portal.start(properties("portal", ports.get(0)));
        DemoAccounts demo = portal.getBean(DemoAccounts.class);
        demo.prepare(Map.of());
        commitments = Commitments.start(properties("commitments", ports.get(1)));
        milestones = Milestones.start(properties("milestones", ports.get(2)));
        notifications = Notifications.start(properties("notifications", ports.get(3)));
        try {
            accounts = JSON.readTree(data.resolve("demo-accounts.json").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("tranche-portal-browser-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Deployment running() {
        return RUNNING;
    }

    private Map<String, Object> properties(String service, int port) {
        TestDatabase database = TestDatabase.create(service);
        KafkaLogin login = TestBroker.services();
        Map<String, Object> properties = new HashMap<>();
        properties.put("micronaut.server.port", port);
        properties.put("tranche.origin", origin());
        properties.put("tranche.keys-url", "http://127.0.0.1:" + ports.get(0) + "/.well-known/jwks.json");
        properties.put("tranche.data", data.toString());
        properties.put("tranche.demo", true);
        properties.put("tranche.upstream.commitments", "http://127.0.0.1:" + ports.get(1));
        properties.put("tranche.upstream.milestones", "http://127.0.0.1:" + ports.get(2));
        properties.put("tranche.upstream.notifications", "http://127.0.0.1:" + ports.get(3));
        properties.put("tranche.database.url", database.url());
        properties.put("tranche.database.owner", database.owner());
        properties.put("tranche.database.owner-password", database.ownerPassword());
        properties.put("tranche.database.user", database.user());
        properties.put("tranche.database.password", database.password());
        properties.put("tranche.kafka.bootstrap", login.bootstrap());
        properties.put("tranche.kafka.username", login.username());
        properties.put("tranche.kafka.password", login.password());
        properties.put("tranche.registry.url", registry.uri().toString());
        return properties;
    }

    String origin() {
        return "http://localhost:" + ports.get(0);
    }

    String password(String account) {
        return accounts.path(account).path("password").asText();
    }

    /** Lets the demo's investor be this one. */
    void bindInvestor(String investor) {
        portal.getBean(DemoAccounts.class).bindInvestor(UUID.fromString(investor));
    }

    /** A command over the API, which must succeed. */
    JsonNode post(String account, String path, Map<String, ?> body) {
        return call(account, path, "POST", JSON.valueToTree(body).toString());
    }

    /** What anybody gets of the portal, or whoever has the account's key. */
    HttpResponse<byte[]> download(Optional<String> account, String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin() + path)).timeout(LIMIT);
        account.ifPresent(name -> request.header(
                "Authorization", "Bearer " + accounts.path(name).path("apiKey").asText()));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** An edit over the API, which must succeed. */
    JsonNode patch(String account, String path, Map<String, ?> body) {
        return call(account, path, "PATCH", JSON.valueToTree(body).toString());
    }

    JsonNode get(String account, String path) {
        return call(account, path, "GET", "");
    }

    /** Submits a text as evidence of a kind. */
    JsonNode submit(String account, String path, String kind, String text) {
        String line = "a-line-between-parts";
        String form = Stream.of("name=\"kind\"\r\n\r\n" + kind, "name=\"file\"; filename=\"x\"\r\n\r\n" + text)
                .map(part -> "--" + line + "\r\nContent-Disposition: form-data; " + part + "\r\n")
                .collect(Collectors.joining("", "", "--" + line + "--\r\n"));
        return call(account, path, "multipart/form-data; boundary=" + line, "POST", form);
    }

    private JsonNode call(String account, String path, String method, String body) {
        return call(account, path, "application/json", method, body);
    }

    private JsonNode call(String account, String path, String type, String method, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + "/api/v1" + path))
                .timeout(LIMIT)
                .header(
                        "Authorization",
                        "Bearer " + accounts.path(account).path("apiKey").asText())
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(method + " " + path + " was answered " + answer.statusCode() + " "
                        + answer.body() + " to " + body);
            }
            return JSON.readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** All rows of a list. */
    List<JsonNode> all(String account, String path) {
        String separator = path.contains("?") ? "&" : "?";
        JsonNode page = get(account, path + separator + "limit=500");
        return Stream.iterate(
                        page,
                        here -> !here.isMissingNode(),
                        here -> here.path("next").isNull()
                                ? here.path("none")
                                : get(
                                        account,
                                        path + separator + "limit=500&after="
                                                + here.path("next").asText()))
                .flatMap(here -> here.path("items").valueStream())
                .toList();
    }

    @Override
    public void close() throws IOException {
        client.shutdownNow();
        commitments.close();
        milestones.close();
        notifications.close();
        portal.close();
        registry.close();
        Folders.delete(data);
    }
}
