package tranche.launcher.demo.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tranche.commitments.Commitments;
import tranche.engines.Ports;
import tranche.engines.broker.EmbeddedBroker;
import tranche.engines.secret.Secrets;
import tranche.milestones.Milestones;
import tranche.portal.Portal;
import tranche.portal.founding.DemoAccounts;
import tranche.testkit.StubRegistry;
import tranche.testkit.TestBroker;
import tranche.testkit.TestDatabase;
import tranche.world.ids.RandomIds;

/** Portal, commitments and milestones with databases of their own, as a demo starts them. */
final class DemoServices implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<TestDatabase> databases = new ArrayList<>();
    private final int portalPort;
    private final ApplicationContext portal;
    private final ApplicationContext commitments;
    private final ApplicationContext milestones;
    private final StubRegistry registry = StubRegistry.start();
    private final Optional<EmbeddedBroker> broker;

    /**
     * @param broker what carries one service's events to another; without one nothing is sent, and what one service must know
     *     of another's is not brought in
     */
    private DemoServices(Path data, Optional<EmbeddedBroker> broker) {
        this.broker = broker;
        List<Integer> ports = Ports.free(3);
        this.portalPort = ports.getFirst();
        this.portal = Portal.start(properties("portal", portalPort, ports, data));
        this.commitments = Commitments.start(properties("commitments", ports.get(1), ports, data));
        this.milestones = Milestones.start(properties("milestones", ports.get(2), ports, data));
        accounts().prepare(Map.of());
    }

    static DemoServices apart(Path data) {
        return new DemoServices(data, Optional.empty());
    }

    /** With a broker of their own: what others of the same JVM write into its topics is in no schema of this registry. */
    static DemoServices joined(Path data) {
        List<Integer> ports = Ports.free(2);
        return new DemoServices(
                data,
                Optional.of(EmbeddedBroker.start(
                        data.resolve("kafka"),
                        ports.getFirst(),
                        ports.getLast(),
                        new Secrets(data.resolve("kafka-secrets"), new RandomIds()),
                        TestBroker.SERVICES)));
    }

    private Map<String, Object> properties(String service, int port, List<Integer> ports, Path data) {
        TestDatabase database = TestDatabase.create(service);
        databases.add(database);
        Map<String, Object> properties = new HashMap<>();
        properties.put("micronaut.server.port", port);
        properties.put("tranche.origin", "http://localhost:" + portalPort);
        properties.put(
                "tranche.keys-url", origin().resolve("/.well-known/jwks.json").toString());
        properties.put("tranche.data", data.toString());
        properties.put("tranche.demo", true);
        properties.put("tranche.upstream.commitments", "http://127.0.0.1:" + ports.get(1));
        properties.put("tranche.upstream.milestones", "http://127.0.0.1:" + ports.get(2));
        properties.put("tranche.database.url", database.url());
        properties.put("tranche.database.owner", database.owner());
        properties.put("tranche.database.owner-password", database.ownerPassword());
        properties.put("tranche.database.user", database.user());
        properties.put("tranche.database.password", database.password());
        properties.put(
                "tranche.kafka.bootstrap",
                broker.map(one -> one.services().bootstrap()).orElse("127.0.0.1:1"));
        broker.map(EmbeddedBroker::services).ifPresent(login -> {
            properties.put("tranche.kafka.username", login.username());
            properties.put("tranche.kafka.password", login.password());
        });
        properties.put("tranche.registry.url", registry.uri().toString());
        return properties;
    }

    URI origin() {
        return URI.create("http://127.0.0.1:" + portalPort);
    }

    DemoAccounts accounts() {
        return portal.getBean(DemoAccounts.class);
    }

    /** A whole list, page by page, as an account sees it. */
    List<JsonNode> list(String account, String path) {
        List<JsonNode> items = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get(account, path + (path.contains("?") ? "&" : "?") + "limit=200" + after);
            page.get("items").forEach(items::add);
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").asText();
        } while (!after.isEmpty());
        return items;
    }

    JsonNode get(String account, String path) {
        HttpRequest request = HttpRequest.newBuilder(origin().resolve("/api/v1" + path))
                .header(
                        "Authorization",
                        "Bearer " + Objects.requireNonNull(accounts().apiKeys().get(account)))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        milestones.close();
        commitments.close();
        portal.close();
        broker.ifPresent(EmbeddedBroker::close);
        registry.close();
        http.close();
    }
}
