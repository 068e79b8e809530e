package tranche.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that send commands one after the other, each with its idempotency key. A command whose outcome they do not know
 * they send again, under the same key and word for word, until they know it.
 */
final class Load {

    private static final int CLIENTS = 4;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** The server is away, overloaded, or has the first attempt still in its hands. */
    private static final Set<Integer> UNKNOWN = Set.of(429, 500, 502, 503, 504);

    private final Api api;
    private final List<Raise> raises = new ArrayList<>();
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final List<Future<?>> working = new ArrayList<>();
    private final Map<UUID, String> states = new ConcurrentHashMap<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private volatile boolean enough;

    Load(int port, Path data) {
        this.api = new Api(port, data);
        for (int client = 0; client < CLIENTS; client++) {
            raises.add(Raise.begin(api, "Load " + client));
        }
    }

    void start() {
        raises.forEach(raise -> working.add(clients.submit(() -> work(raise))));
    }

    /** Waits until so many more commands have been acknowledged. */
    void awaitMore(int commands) {
        int wanted = acknowledged.get() + commands;
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(5)).until(() -> {
            for (Future<?> client : working) {
                if (client.isDone()) {
                    client.get();
                }
            }
            return acknowledged.get() >= wanted;
        });
    }

    /** Lets every client learn the outcome of what it has begun, and stops. */
    void finish() throws InterruptedException, ExecutionException, TimeoutException {
        enough = true;
        for (Future<?> client : working) {
            client.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
        clients.shutdown();
    }

    /** How often a command was sent again because its outcome was unknown. */
    int repeated() {
        return repeated.get();
    }

    /** Each commitment that was acknowledged, in the state that was acknowledged last. */
    Map<UUID, String> acknowledged() {
        return new TreeMap<>(states);
    }

    /** Each commitment that is there, read from the lists of the funds; one that is listed twice fails. */
    Map<UUID, String> found() {
        Map<UUID, String> found = new TreeMap<>();
        for (Raise raise : raises) {
            Optional<String> next = Optional.of("");
            while (next.isPresent()) {
                JsonNode page = api.get("auditor", "/commitments?limit=500&fundId=" + raise.fund() + next.get())
                        .with(200)
                        .body();
                page.path("items")
                        .forEach(item -> assertThat(found.put(
                                        UUID.fromString(item.path("id").asText()),
                                        item.path("state").asText()))
                                .isNull());
                next = Optional.of(page.path("next"))
                        .filter(JsonNode::isTextual)
                        .map(cursor -> "&after=" + cursor.asText());
            }
        }
        return found;
    }

    private void work(Raise raise) {
        for (int round = 1; !enough; round++) {
            UUID commitment = told(send("fund-manager", "/commitments", raise.draft(round + ".00")));
            String path = "/commitments/" + commitment;
            Api.Reply submitted = send("fund-manager", path + "/submission", Raise.SUBMISSION);
            told(submitted);
            told(send("approver", path + "/acceptance", Raise.acceptance(submitted)));
            if (round % 3 == 0) {
                Api.Reply planned =
                        send("fund-manager", "/funds/" + raise.fund() + "/closings", Raise.closing(commitment));
                send("approver", "/closings/" + planned.id() + "/approval", Raise.approval(planned));
                states.put(commitment, "CLOSED");
            }
        }
    }

    private UUID told(Api.Reply reply) {
        states.put(reply.id(), reply.text("state"));
        return reply.id();
    }

    /** The answer to a command, however often it takes to get one. */
    private Api.Reply send(String account, String path, String body) {
        String key = UUID.randomUUID().toString();
        Optional<Api.Reply> first = attempt(account, path, body, key);
        Api.Reply reply = first.orElseGet(() -> {
            repeated.incrementAndGet();
            return await().atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> attempt(account, path, body, key), Optional::isPresent)
                    .orElseThrow();
        });
        assertThat(reply.status()).as(reply.raw().body()).isBetween(200, 201);
        acknowledged.incrementAndGet();
        return reply;
    }

    private Optional<Api.Reply> attempt(String account, String path, String body, String key) {
        try {
            Api.Reply reply = api.post(account, path, body, "Idempotency-Key", key);
            boolean underWay = reply.text("type").endsWith("/request-in-progress");
            return underWay || UNKNOWN.contains(reply.status()) ? Optional.empty() : Optional.of(reply);
        } catch (UncheckedIOException unknown) {
            return Optional.empty();
        }
    }
}
