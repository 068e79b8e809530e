package tranche.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import tranche.launcher.up.Api;

/**
 * A client of an account's alerts as they are raised, over the portal's port. Whenever its connection breaks it comes back and
 * says the id of the last alert that it has.
 */
final class Follower implements AutoCloseable {

    private static final Duration COME_BACK = Duration.ofMillis(250);
    private static final Duration AT_MOST = Duration.ofMinutes(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api api;
    private final String account;
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger beats = new AtomicInteger();
    private final AtomicInteger resumed = new AtomicInteger();
    private final AtomicReference<Stream<String>> connection = new AtomicReference<>(Stream.empty());
    private final CompletableFuture<Void> following;
    private volatile boolean closed;

    /** Follows from now on: whatever is raised after this is told. */
    Follower(Api api, String account) {
        this.api = api;
        this.account = account;
        this.following = CompletableFuture.runAsync(
                () -> await().atMost(AT_MOST)
                        .pollDelay(Duration.ZERO)
                        .pollInterval(COME_BACK)
                        .until(this::connect),
                task -> Thread.ofVirtual().name("follows " + account).start(task));
        await().atMost(Way.LIMIT).until(() -> beats.get() > 0);
    }

    /** What has come so far, in its order. */
    List<JsonNode> told() {
        assertThat(following).as(account).isNotCompletedExceptionally();
        return List.copyOf(told);
    }

    /** How often a connection has gone on behind the last alert of one before. */
    int resumed() {
        return resumed.get();
    }

    /** One connection to its end, and whether it was the last one. */
    private boolean connect() {
        int before = told.size();
        String last = before == 0 ? "" : id(told.getLast());
        try (Stream<String> lines = api.follow(account, "/alerts/stream", last)) {
            connection.set(lines);
            boolean hasGoneOn = false;
            Event event = new Event("", "");
            for (String line : (Iterable<String>) lines::iterator) {
                event = read(event, line);
                if (!hasGoneOn && before > 0 && told.size() > before) {
                    hasGoneOn = true;
                    resumed.incrementAndGet();
                }
            }
        } catch (UncheckedIOException broken) {
            return closed;
        }
        return closed;
    }

    /** As much of one as has come. */
    private record Event(String id, String data) {}

    /** An event counts once the empty line behind it is there: what was torn is told again. */
    private Event read(Event event, String line) {
        if (line.startsWith(":")) {
            beats.incrementAndGet();
        } else if (line.startsWith("id: ")) {
            return new Event(line.substring("id: ".length()), event.data);
        } else if (line.startsWith("data: ")) {
            return new Event(event.id, line.substring("data: ".length()));
        } else if (line.isEmpty() && !event.id.isEmpty()) {
            told.add(alert(event));
            return new Event("", "");
        }
        return event;
    }

    private static JsonNode alert(Event event) {
        try {
            JsonNode alert = JSON.readTree(event.data);
            assertThat(id(alert)).isEqualTo(event.id);
            return alert;
        } catch (IOException noJson) {
            throw new AssertionError(event.data, noJson);
        }
    }

    private static String id(JsonNode alert) {
        return alert.get("id").asText();
    }

    @Override
    public void close() {
        closed = true;
        connection.get().close();
    }
}
