package tranche.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.engines.Folders;
import tranche.engines.Ports;
import tranche.portal.account.ApiKeys;
import tranche.portal.account.domain.ApiKey;
import tranche.portal.account.domain.OpaqueSecret;
import tranche.portal.account.domain.Username;
import tranche.portal.account.store.AccountStore;
import tranche.portal.account.store.AccountViews;
import tranche.portal.founding.DemoAccounts;
import tranche.portal.session.Sessions;
import tranche.testkit.AtEnd;
import tranche.testkit.TestDatabase;
import tranche.upstream.Drawdowns;
import tranche.upstream.Sites;
import tranche.upstream.Webhooks;
import tranche.web.service.Service;
import tranche.world.time.SystemClock;

/** A portal with the demo's accounts, its database, and a stand-in for the service behind its front door. */
public final class PortalProcess implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private final TestDatabase database = TestDatabase.create("portal");
    private final Path data;
    private final int port;
    private final ApplicationContext context;
    private final ApplicationContext upstream;
    private final Map<String, ApplicationContext> others = new HashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonNode accounts;

    private PortalProcess(Path data, List<Integer> ports, boolean demo, Optional<String> other) {
        this.data = data;
        this.port = ports.get(0);
        int upstreamPort = ports.get(1);
        Map<String, Object> properties = new HashMap<>();
        properties.put("tranche.database.url", database.url());
        properties.put("tranche.database.owner", database.owner());
        properties.put("tranche.database.owner-password", database.ownerPassword());
        properties.put("tranche.database.user", database.user());
        properties.put("tranche.database.password", database.password());
        properties.put("tranche.kafka.bootstrap", "127.0.0.1:1");
        properties.put("tranche.registry.url", "http://127.0.0.1:1");
        properties.put("tranche.origin", origin());
        properties.put("tranche.demo", demo);
        properties.put("tranche.data", data.toString());
        properties.put("tranche.upstream.commitments", "http://127.0.0.1:" + upstreamPort);
        other.ifPresent(service -> properties.put("tranche.upstream." + service, "http://127.0.0.1:" + ports.get(2)));
        properties.put("micronaut.server.port", port);
        context = Portal.start(properties);
        upstream = standIn("commitments", upstreamPort);
        other.ifPresent(service -> others.put(service, standIn(service, ports.get(2))));
        if (demo) {
            context.getBean(DemoAccounts.class).prepare(Map.of("username", "reader", "password", "of topics"));
        }
        accounts = demo ? json(read(data.resolve("demo-accounts.json"))) : JSON.createObjectNode();
    }

    private ApplicationContext standIn(String service, int at) {
        return Service.start(
                service,
                Map.of(
                        "tranche.origin",
                        origin(),
                        "tranche.keys-url",
                        address("/.well-known/jwks.json").toString(),
                        "micronaut.server.port",
                        at));
    }

    /** A demo. */
    public static PortalProcess demo() {
        return start(true, Optional.empty());
    }

    /** A demo with a stand-in for the service of milestones too. */
    public static PortalProcess withSites() {
        return start(true, Optional.of("milestones"));
    }

    /** A demo with a stand-in for the service of notifications too. */
    public static PortalProcess withWebhooks() {
        return start(true, Optional.of("notifications"));
    }

    private static final class Shared {
        private static final PortalProcess DEMO = AtEnd.close(demo());
    }

    /** The demo of this JVM, for tests that only read and sign in. */
    public static PortalProcess shared() {
        return Shared.DEMO;
    }

    /** A deployment that nobody has used yet. */
    public static PortalProcess fresh() {
        return start(false, Optional.empty());
    }

    private static PortalProcess start(boolean demo, Optional<String> other) {
        try {
            return new PortalProcess(Files.createTempDirectory("tranche-portal-"), Ports.free(3), demo, other);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String origin() {
        return "http://localhost:" + port;
    }

    /** The service behind the front door, directly. */
    public URI upstream(String path) {
        return URI.create(
                "http://127.0.0.1:" + upstream.getBean(EmbeddedServer.class).getPort() + path);
    }

    /** The stand-in for the service of milestones. */
    public Sites sites() {
        return other("milestones").getBean(Sites.class);
    }

    /** The stand-in for the service of notifications. */
    public Webhooks webhooks() {
        return other("notifications").getBean(Webhooks.class);
    }

    private ApplicationContext other(String service) {
        return Objects.requireNonNull(others.get(service), service);
    }

    /** The stand-in for the service of notifications, as far as it knows recipients. */
    public Drawdowns recipients() {
        return other("notifications").getBean(Drawdowns.class);
    }

    /** The stand-in for the service of calls. */
    public Drawdowns drawdowns() {
        return upstream.getBean(Drawdowns.class);
    }

    /** Stops the service behind the front door. */
    public void stopUpstream() {
        upstream.close();
    }

    public URI address(String path) {
        return URI.create(origin() + path);
    }

    public Path data() {
        return data;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A member of a demo account in {@code demo-accounts.json}. */
    public String account(String username, String member) {
        return accounts.path(username).path(member).asText();
    }

    public String key(String username) {
        return account(username, "apiKey");
    }

    public static UUID id(String username) {
        return DemoAccounts.id(DemoAccounts.find(username).orElseThrow());
    }

    /** The cookie of a new session of a demo account. */
    public String cookie(String username) {
        return cookieOf(id(username));
    }

    /** The cookie of a new session of any account. */
    public String cookieOf(UUID account) {
        OpaqueSecret secret =
                bean(Sessions.class).begin(account, Optional.empty()).orElseThrow();
        return "tranche_session=" + secret.text();
    }

    /** What the session of a cookie carries in its forms. */
    public String csrf(String cookie) {
        return bean(Sessions.class)
                .find(new OpaqueSecret(cookie.substring(cookie.indexOf('=') + 1)))
                .orElseThrow()
                .csrf()
                .text();
    }

    /** A request of the holder of a key. */
    public HttpRequest.Builder as(String username, String path) {
        return to(path).header("Authorization", "Bearer " + key(username));
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(address(path)).timeout(LIMIT);
    }

    public HttpResponse<String> get(String username, String path) {
        return send(as(username, path));
    }

    public HttpResponse<String> post(String username, String path, String json) {
        return send(
                as(username, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** A request of whoever holds a key. */
    public HttpRequest.Builder with(String key, String path) {
        return to(path).header("Authorization", "Bearer " + key);
    }

    /** A command of whoever holds a key. */
    public HttpResponse<String> postWith(String key, String path, String json) {
        return send(with(key, path).POST(BodyPublishers.ofString(json)));
    }

    /** A new key of any account, which is not a demo's. */
    public String keyOf(String username) {
        return bean(AccountStore.class)
                .in(connection -> AccountViews.byUsername(connection, new Username(username)))
                .flatMap(account -> bean(ApiKeys.class)
                        .make(
                                account.id(),
                                "test",
                                ApiKey.SCOPES,
                                new SystemClock().now().plus(Duration.ofDays(1)),
                                Optional.empty()))
                .flatMap(ApiKeys.Made::secret)
                .orElseThrow()
                .text();
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(text, unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** All that the portal itself answers to below {@code /api/v1} for known callers, for instance {@code GET /grants/{id}}. */
    public Set<String> operations() {
        return context.getBean(Router.class)
                .uriRoutes()
                .map(route -> route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toPathString())
                .filter(route -> route.contains(" /api/v1/") && !route.startsWith("HEAD "))
                .map(route -> route.replace("/api/v1", ""))
                .filter(route -> !route.endsWith("/openapi.yaml"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Runs a statement as the database's owner, for instance to let something grow old. */
    public int sql(String statement) {
        try (Connection connection = database.asOwner();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            return prepared.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Whether a text stands anywhere in a table, as text. */
    public boolean stands(String table, String text) {
        try (Connection connection = database.asOwner();
                PreparedStatement select = connection.prepareStatement(
                        "select exists (select 1 from " + table + " t where position(? in t::text) > 0)")) {
            select.setString(1, text);
            try (var row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        upstream.close();
        others.values().forEach(ApplicationContext::close);
        context.close();
        try {
            Folders.delete(data);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
