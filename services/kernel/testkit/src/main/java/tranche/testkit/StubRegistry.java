package tranche.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A schema registry of two calls that can be sent away on demand, which the real one cannot. The whole-system tests use
 * the real one.
 */
public final class StubRegistry implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<String> schemas = new ArrayList<>();
    private volatile boolean away;

    private StubRegistry(HttpServer server) {
        this.server = server;
    }

    public static StubRegistry start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            StubRegistry registry = new StubRegistry(server);
            server.createContext("/", registry::answer);
            server.start();
            return registry;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where its API begins. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/apis/ccompat/v7");
    }

    /** Answers 503 from now on, or answers again. */
    public void away(boolean isAway) {
        away = isAway;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        byte[] request = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        if (away) {
            send(exchange, 503, "{}");
        } else if (path.contains("/subjects/")) {
            JsonNode schema = JSON.readTree(request).get("schema");
            int known = schemas.indexOf(schema.asText());
            if (known < 0) {
                schemas.add(schema.asText());
                known = schemas.size() - 1;
            }
            send(exchange, 200, "{\"id\":" + (known + 1) + "}");
        } else {
            int id = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
            if (id < 1 || id > schemas.size()) {
                send(exchange, 404, "{\"error_code\":40403}");
            } else {
                send(
                        exchange,
                        200,
                        JSON.createObjectNode()
                                .put("schema", schemas.get(id - 1))
                                .toString());
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
