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
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tranche.launcher.up.Api.Reply;

/** A receiver of webhooks that checks each signature by itself. */
final class Hooks implements AutoCloseable {

    /** Generous: what was under way when its process was killed is sent again when its lease of 90 seconds is over. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final HttpServer server;
    private final List<Hook> hooks = new CopyOnWriteArrayList<>();
    private String secret = "";

    /** A request as it came. */
    private record Hook(String id, String timestamp, String signature, String body) {

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
                hooks.add(read(exchange));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
    }

    private static Hook read(HttpExchange exchange) throws IOException {
        return new Hook(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/alerts";
    }

    /** The secret is in the answer to who made the endpoint, and nowhere else. */
    void provedBy(Reply made) {
        secret = made.text("secret");
    }

    /** Each type has come, signed, as one message: what was sent again has the same id. */
    void assertTold(String... types) {
        for (String type : types) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(ids().get(type)).as(type).hasSize(1));
        }
        assertThat(hooks).allMatch(hook -> hook.signature().equals(signed(hook)));
    }

    private Map<String, Set<String>> ids() {
        return hooks.stream()
                .collect(Collectors.groupingBy(Hook::type, Collectors.mapping(Hook::id, Collectors.toSet())));
    }

    private String signed(Hook hook) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
            String said = hook.id() + "." + hook.timestamp() + "." + hook.body();
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
