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
import tranche.commitments.Commitments;
import tranche.engines.Ports;
import tranche.portal.Portal;
import tranche.portal.founding.DemoAccounts;
import tranche.testkit.TestDatabase;

/** Portal and commitments with databases of their own, as a demo starts them. Nothing is sent: there is no broker. */
final class DemoServices implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<TestDatabase> databases = new ArrayList<>();
    private final int portalPort;
    private final ApplicationContext portal;
    private final ApplicationContext commitments;

    DemoServices(Path data) {
        List<Integer> ports = Ports.free(2);
        this.portalPort = ports.getFirst();
        int commitmentsPort = ports.getLast();
        this.portal = Portal.start(properties("portal", portalPort, commitmentsPort, data));
        this.commitments = Commitments.start(properties("commitments", commitmentsPort, commitmentsPort, data));
        accounts().prepare(Map.of());
    }

    private Map<String, Object> properties(String service, int port, int commitmentsPort, Path data) {
        TestDatabase database = TestDatabase.create(service);
        databases.add(database);
        Map<String, Object> properties = new HashMap<>();
        properties.put("micronaut.server.port", port);
        properties.put("tranche.origin", "http://localhost:" + portalPort);
        properties.put(
                "tranche.keys-url", origin().resolve("/.well-known/jwks.json").toString());
        properties.put("tranche.data", data.toString());
        properties.put("tranche.demo", true);
        properties.put("tranche.upstream.commitments", "http://127.0.0.1:" + commitmentsPort);
        properties.put("tranche.database.url", database.url());
        properties.put("tranche.database.owner", database.owner());
        properties.put("tranche.database.owner-password", database.ownerPassword());
        properties.put("tranche.database.user", database.user());
        properties.put("tranche.database.password", database.password());
        properties.put("tranche.kafka.bootstrap", "127.0.0.1:1");
        properties.put("tranche.registry.url", "http://127.0.0.1:1/apis/ccompat/v7");
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
            JsonNode page = get(account, path + "?limit=200" + after);
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
        commitments.close();
        portal.close();
        http.close();
    }
}
