package tranche.notifications;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullMarked;

/** A receiver of webhooks on this machine, which keeps what it gets and answers as a test tells it. */
@NullMarked
public final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Habit habit = Habit.answering(204);

    /** A request as it came. */
    public record Request(
            String id, String timestamp, String signature, String traceparent, String body, String path) {}

    /** How it answers. */
    public interface Habit {

        void answer(HttpExchange exchange, CountDownLatch end) throws IOException, InterruptedException;

        static Habit answering(int status, String... header) {
            return (exchange, _) -> {
                for (int i = 0; i < header.length; i += 2) {
                    exchange.getResponseHeaders().add(header[i], header[i + 1]);
                }
                exchange.sendResponseHeaders(status, -1);
            };
        }

        /** Takes the request and never says so. */
        static Habit hanging() {
            return (_, end) -> end.await();
        }

        /** Takes the request and breaks the connection off. */
        static Habit losingTheAnswer() {
            return (_, _) -> {};
        }
    }

    public Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                requests.add(read(exchange));
                habit.answer(exchange, end);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    private static Request read(HttpExchange exchange) throws IOException {
        return new Request(
                header(exchange, "webhook-id"),
                header(exchange, "webhook-timestamp"),
                header(exchange, "webhook-signature"),
                header(exchange, "traceparent"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                exchange.getRequestURI().getPath());
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    public void does(Habit next) {
        habit = next;
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Waits for requests of which something holds, and gives all that have come by then. */
    public List<Request> await(int count, Predicate<Request> which) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> requests.stream().filter(which).count() >= count);
        return requests.stream().filter(which).toList();
    }

    /** Waits for requests to a path whose bodies have a text. */
    public List<Request> await(int count, String path, String text) {
        return await(
                count, request -> request.path().equals(path) && request.body().contains(text));
    }

    /** What has come to a path. */
    public List<Request> at(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
