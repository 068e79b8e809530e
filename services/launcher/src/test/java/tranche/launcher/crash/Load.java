package tranche.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import tranche.launcher.up.Api;
import tranche.launcher.up.Raise;

/** Clients that bring commitments on their way, each command after the one before was acknowledged. */
final class Load {

    private static final int CLIENTS = 4;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** Before the draft of a commitment is acknowledged. */
    private static final String NOWHERE = "NOWHERE";

    /** What a commitment of this load is in turn. */
    private static final List<String> STATES = List.of(NOWHERE, "DRAFT", "SUBMITTED", "ACCEPTED", "CLOSED");

    private final Insistent api;
    private final List<Raise> raises = new CopyOnWriteArrayList<>();
    /** Daemons: a test that has failed need not wait until they give up. */
    private final ExecutorService clients =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());

    private final List<Future<?>> working = new ArrayList<>();
    private final Map<UUID, String> states = new ConcurrentHashMap<>();
    private volatile boolean enough;

    Load(Insistent api) {
        this.api = api;
    }

    void start() {
        for (int client = 0; client < CLIENTS; client++) {
            String name = "Load " + client;
            beside(insistent -> work(Raise.begin(insistent, name)));
        }
    }

    /** Has one more client do something beside the others. */
    void beside(Consumer<Insistent> client) {
        working.add(clients.submit(() -> client.accept(api)));
    }

    /** Waits until so many more commands have been acknowledged. */
    void awaitMore(int commands) {
        int wanted = api.acknowledged() + commands;
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(5)).until(() -> {
            for (Future<?> client : working) {
                if (client.isDone()) {
                    client.get();
                }
            }
            return api.acknowledged() >= wanted;
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

    /** Each commitment that was acknowledged, in the state that was acknowledged last. */
    Map<UUID, String> acknowledged() {
        return new TreeMap<>(states);
    }

    /**
     * While no client sends: what was acknowledged is there, and no more beside it than one step of each client, whose outcome
     * it does not know yet.
     */
    void assertKept() {
        Map<UUID, String> found = found();
        Map<UUID, String> acknowledged = acknowledged();
        assertThat(found.keySet()).containsAll(acknowledged.keySet());
        int unknown = 0;
        for (Map.Entry<UUID, String> one : found.entrySet()) {
            String told = acknowledged.getOrDefault(one.getKey(), NOWHERE);
            int ahead = STATES.indexOf(one.getValue()) - STATES.indexOf(told);
            assertThat(ahead).as(one + ", acknowledged as " + told).isBetween(0, 1);
            unknown += ahead;
        }
        assertThat(unknown).isLessThanOrEqualTo(CLIENTS);
        api.assertAnsweredAlike(CLIENTS);
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
        raises.add(raise);
        for (int round = 1; !enough; round++) {
            UUID commitment = told(api.post("fund-manager", "/commitments", raise.draft(round + ".00")));
            String path = "/commitments/" + commitment;
            Api.Reply submitted = api.post("fund-manager", path + "/submission", Raise.SUBMISSION);
            told(submitted);
            told(api.post("approver", path + "/acceptance", Raise.acceptance(submitted)));
            if (round % 3 == 0) {
                Api.Reply planned =
                        api.post("fund-manager", "/funds/" + raise.fund() + "/closings", Raise.closing(commitment));
                api.post("approver", "/closings/" + planned.id() + "/approval", Raise.approval(planned));
                states.put(commitment, "CLOSED");
            }
        }
    }

    private UUID told(Api.Reply reply) {
        states.put(reply.id(), reply.text("state"));
        return reply.id();
    }
}
