package tranche.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import tranche.launcher.up.Api.Reply;
import tranche.launcher.up.Signed;

/** Receivers of webhooks, one on each path, that check each signature by themselves and answer as they are told. */
final class Hooks implements AutoCloseable {

    /** Generous: what was under way when its process was killed is sent again when its lease of 90 seconds is over. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final int TAKEN = 204;

    private final HttpServer server;
    private final List<Hook> hooks = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    /** A request as it came. */
    record Hook(String path, String id, String timestamp, String signature, String trace, String body) {

        String type() {
            try {
                return new ObjectMapper().readTree(body).path("type").asText();
            } catch (IOException noJson) {
                throw new AssertionError(body, noJson);
            }
        }
    }

    Hooks() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                Hook hook = read(exchange);
                hooks.add(hook);
                exchange.sendResponseHeaders(answers.getOrDefault(hook.path(), TAKEN), -1);
            }
        });
        server.start();
    }

    private static Hook read(HttpExchange exchange) throws IOException {
        return new Hook(
                exchange.getRequestURI().getPath(),
                header(exchange, "webhook-id"),
                header(exchange, "webhook-timestamp"),
                header(exchange, "webhook-signature"),
                header(exchange, "traceparent"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** A receiver answers so from now on. */
    void answers(String path, int status) {
        answers.put(path, status);
    }

    /** And takes what it gets again. */
    void takes(String path) {
        answers.remove(path);
    }

    /** The secret is in the answer to who made the endpoint, and nowhere else. */
    void provedBy(String path, Reply made) {
        secrets.put(path, made.text("secret"));
    }

    /** Each type has come, signed, as one message: what was sent again has the same id. */
    void assertTold(String path, String... types) {
        for (String type : types) {
            await().atMost(LIMIT)
                    .untilAsserted(
                            () -> assertThat(ids(path).get(type)).as(type).hasSize(1));
        }
        assertThat(at(path)).allMatch(hook -> hook.signature().equals(signed(hook)));
    }

    private Map<String, Set<String>> ids(String path) {
        return at(path).stream()
                .collect(Collectors.groupingBy(Hook::type, Collectors.mapping(Hook::id, Collectors.toSet())));
    }

    /** What has come to a receiver. */
    List<Hook> at(String path) {
        return hooks.stream().filter(hook -> hook.path().equals(path)).toList();
    }

    /** What has come to a receiver of a type and with a text in it. */
    List<Hook> at(String path, String type, String text) {
        return at(path).stream()
                .filter(hook -> hook.type().equals(type) && hook.body().contains(text))
                .toList();
    }

    private String signed(Hook hook) {
        String secret = Objects.requireNonNull(secrets.get(hook.path()));
        return Signed.by(secret, hook.id(), hook.timestamp(), hook.body());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
