package tranche.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/**
 * A service on a database of its own, called over HTTP by made-up callers whose tokens it can check. How it is started and
 * how tokens are minted is the service's own, which is above this module.
 *
 * @param <R> the service's own name of an answer
 */
public abstract class ServiceProcess<R extends ServiceReply> implements AutoCloseable {

    /** Where the front door would be. */
    protected static final String ORIGIN = "http://localhost:1";

    /** Nothing is sent: the relay waits for a broker that is not there. */
    protected static final Map<String, Object> ALONE = Map.of(
            "tranche.kafka.bootstrap", "127.0.0.1:1", "tranche.registry.url", "http://127.0.0.1:1/apis/ccompat/v7");

    private static final ObjectMapper JSON = new ObjectMapper();

    public final TestDatabase database;

    private final BiFunction<JsonNode, HttpResponse<String>, R> reading;
    private final HttpServer jwks;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * Makes the database and serves the keys; the service is started with {@link #properties}.
     *
     * @param keys the public ones, as a JWK set
     */
    protected ServiceProcess(String service, String keys, BiFunction<JsonNode, HttpResponse<String>, R> reading)
            throws IOException {
        this.database = TestDatabase.create(service);
        this.reading = reading;
        byte[] served = keys.getBytes(StandardCharsets.UTF_8);
        jwks = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        jwks.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, served.length);
            exchange.getResponseBody().write(served);
            exchange.close();
        });
        jwks.start();
    }

    /** @param more where the broker and the registry are, and whatever else a test sets */
    protected final Map<String, Object> properties(Path data, Map<String, Object> more) {
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
        return properties;
    }

    /** The port of the started service. */
    protected abstract int port();

    /** What the front door would pass on for the actor. */
    public abstract String token(Actor actor);

    /** A person with an account and a role for the whole deployment. */
    public static Actor anybody(Role role) {
        return with(role, Scope.DEPLOYMENT);
    }

    public static Actor with(Role role, Scope scope) {
        return new Actor(UUID.randomUUID(), UUID.randomUUID(), new Access(List.of(new Grant(role, scope))));
    }

    public final R post(Actor actor, String path, String body, String... headers) {
        return send(actor, "POST", path, body, headers);
    }

    public final R get(Actor actor, String path, String... headers) {
        return send(actor, "GET", path, "", headers);
    }

    public final R send(Actor actor, String method, String path, String body, String... headers) {
        return sendWith(token(actor), method, path, body, headers);
    }

    /** A request with a token that a test has made. */
    protected final R sendWith(String token, String method, String path, String body, String... headers) {
        return exchange(signed(token, request(method, path, BodyPublishers.ofString(body), headers)));
    }

    /** A request whose body is no text. */
    public final R send(Actor actor, String method, String path, byte[] body, String... headers) {
        return exchange(signed(token(actor), request(method, path, BodyPublishers.ofByteArray(body), headers)));
    }

    /** A request whose body is of a kind of its own. */
    public final R send(Actor actor, String method, String path, String contentType, byte[] body, String... headers) {
        return exchange(signed(token(actor), request(method, path, BodyPublishers.ofByteArray(body), headers))
                .setHeader("Content-Type", contentType));
    }

    /** A request whose body does not say how long it is. */
    public final R sendInPieces(Actor actor, String path, String contentType, byte[] body) {
        return exchange(signed(
                        token(actor),
                        request("POST", path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))))
                .setHeader("Content-Type", contentType));
    }

    /** A request of nobody, or of whom its own headers say. */
    public final R sendWithout(String method, String path, String... headers) {
        return exchange(request(method, path, BodyPublishers.noBody(), headers));
    }

    /** An answer whose bytes are no text. */
    public final HttpResponse<byte[]> download(Actor actor, String path, String... headers) {
        return answered(
                signed(token(actor), request("GET", path, BodyPublishers.noBody(), headers)),
                BodyHandlers.ofByteArray());
    }

    /** The public keys that the service itself publishes. */
    public final JsonNode jwks() {
        URI keys = URI.create("http://127.0.0.1:" + port() + "/.well-known/jwks.json");
        try {
            return JSON.readTree(answered(HttpRequest.newBuilder(keys), BodyHandlers.ofString())
                    .body());
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException(noJson);
        }
    }

    /** A stream's lines as they come; closed by whoever reads it. */
    public final InputStream stream(Actor actor, String path, String... headers) {
        return answered(
                        signed(token(actor), request("GET", path, BodyPublishers.noBody(), headers)),
                        BodyHandlers.ofInputStream())
                .body();
    }

    private HttpRequest.Builder request(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port() + "/api/v1" + path))
                .method(method, body.contentLength() == 0 ? BodyPublishers.noBody() : body)
                .setHeader("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    private static HttpRequest.Builder signed(String token, HttpRequest.Builder request) {
        return request.setHeader("Authorization", "Bearer " + token);
    }

    private R exchange(HttpRequest.Builder request) {
        HttpResponse<String> raw = answered(request, BodyHandlers.ofString());
        boolean json = raw.headers().firstValue("Content-Type").orElse("").contains("json");
        try {
            return reading.apply(json ? JSON.readTree(raw.body()) : JSON.nullNode(), raw);
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException(noJson);
        }
    }

    private <T> HttpResponse<T> answered(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        jwks.stop(0);
    }
}
