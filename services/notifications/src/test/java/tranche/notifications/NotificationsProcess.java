package tranche.notifications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.flow.Flow;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.testkit.TestDatabase;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.web.access.Identity;
import tranche.web.access.KeyScope;
import tranche.web.access.SigningKey;
import tranche.web.access.TokenMint;

/** The service on a database of its own, called over HTTP by made-up callers whose tokens it can check. */
@org.jspecify.annotations.NullMarked
public final class NotificationsProcess implements AutoCloseable {

    private static final String ORIGIN = "http://localhost:1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SigningKey key = SigningKey.generate();
    private final TokenMint mint = new TokenMint(key, ORIGIN, new MovableClock());
    private final HttpServer jwks;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ApplicationContext context;
    private final int port;

    public final TestDatabase database = TestDatabase.create("notifications");

    /** Nothing is sent: the relay waits for a broker that is not there. */
    public NotificationsProcess(Path data) throws IOException {
        this(
                data,
                Map.of(
                        "tranche.kafka.bootstrap",
                        "127.0.0.1:1",
                        "tranche.registry.url",
                        "http://127.0.0.1:1/apis/ccompat/v7"));
    }

    /** @param more where the broker and the registry are, and whatever else a test sets */
    public NotificationsProcess(Path data, Map<String, Object> more) throws IOException {
        jwks = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        jwks.createContext("/", exchange -> {
            byte[] keys = SigningKey.publicJwks(List.of(key)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        jwks.start();
        Map<String, Object> properties = new HashMap<>();
        properties.put("micronaut.server.port", -1);
        properties.put("tranche.origin", ORIGIN);
        properties.put(
                "tranche.keys-url", "http://127.0.0.1:" + jwks.getAddress().getPort() + "/");
        properties.put("tranche.data", data.toString());
        properties.put("tranche.database.url", database.url());
        properties.put("tranche.database.owner", database.owner());
        properties.put("tranche.database.owner-password", database.ownerPassword());
        properties.put("tranche.database.user", database.user());
        properties.put("tranche.database.password", database.password());
        properties.putAll(more);
        context = Notifications.start(properties);
        port = context.getBean(EmbeddedServer.class).getPort();
    }

    /** All that the service answers to below {@code /api/v1}, for instance {@code GET /commitments/{id}}. */
    public Set<String> operations() {
        return context.getBean(Router.class)
                .uriRoutes()
                .map(route -> route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toPathString())
                .filter(route -> route.contains(" /api/v1/") && !route.startsWith("HEAD "))
                .map(route -> route.replace("/api/v1", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A part of the running service. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A person with an account and a role for the whole deployment. */
    public static Actor anybody(Role role) {
        return with(role, Scope.DEPLOYMENT);
    }

    public static Actor with(Role role, Scope scope) {
        return new Actor(UUID.randomUUID(), UUID.randomUUID(), new Access(List.of(new Grant(role, scope))));
    }

    /** An answer with its body read. */
    public record Reply(int status, JsonNode body, HttpResponse<String> raw) {

        public String text(String field) {
            return body.get(field).asText();
        }

        public UUID id() {
            return UUID.fromString(text("id"));
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    public Reply post(Actor actor, String path, String body, String... headers) {
        return send(actor, "POST", path, body, headers);
    }

    public Reply get(Actor actor, String path, String... headers) {
        return send(actor, "GET", path, "", headers);
    }

    public Reply send(Actor actor, String method, String path, String body, String... headers) {
        return send(Set.of(KeyScope.values()), actor, method, path, body, headers);
    }

    /** A request with a key that goes no further than its scopes. */
    public Reply send(Set<KeyScope> scopes, Actor actor, String method, String path, String body, String... headers) {
        return exchange(request(method, path, BodyPublishers.ofString(body), headers)
                .setHeader("Authorization", "Bearer " + mint.mint(new Identity(actor, scopes), "notifications")));
    }

    /** A request of nobody, or of whom its own headers say. */
    public Reply sendWithout(String method, String path, String... headers) {
        return exchange(request(method, path, BodyPublishers.noBody(), headers));
    }

    /** A stream's lines as they come; closed by whoever reads it. */
    public InputStream stream(Actor actor, String path, String... headers) {
        HttpRequest.Builder request = request("GET", path, BodyPublishers.noBody(), headers)
                .setHeader("Authorization", "Bearer " + token(actor));
        try {
            return http.send(request.build(), BodyHandlers.ofInputStream()).body();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /**
     * Hands events to a consumer, as the inbox does: in one transaction, with their keys locked.
     *
     * @param key of all of them
     */
    public void tell(Class<? extends Consumer> consumer, UUID key, SpecificRecord... events) {
        Consumer told = bean(consumer);
        List<Incoming> batch = Arrays.stream(events)
                .map(event -> new Incoming(
                        told.topics().iterator().next(),
                        key,
                        (Head) event.get(0),
                        event.getSchema().getFullName(),
                        event,
                        Optional.empty()))
                .toList();
        bean(Flow.class).writers().together(transaction -> {
            transaction.lock(told.keys(transaction.connection(), batch), Set.of());
            told.handle(transaction, batch);
            return batch.size();
        });
        told.committed(batch);
    }

    /** What the front door would pass on for the actor. */
    public String token(Actor actor) {
        return mint.mint(new Identity(actor, Set.of(KeyScope.values())), "notifications");
    }

    private HttpRequest.Builder request(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .method(method, body.contentLength() == 0 ? BodyPublishers.noBody() : body)
                .setHeader("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    private Reply exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> raw = http.send(request.build(), BodyHandlers.ofString());
            boolean json = raw.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Reply(raw.statusCode(), json ? JSON.readTree(raw.body()) : JSON.nullNode(), raw);
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException(noJson);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        context.close();
        jwks.stop(0);
    }
}
