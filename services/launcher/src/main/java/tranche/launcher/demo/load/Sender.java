package tranche.launcher.demo.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import tranche.launcher.demo.Step;
import tranche.world.http.HttpCall;
import tranche.world.http.HttpCalls;
import tranche.world.http.HttpReply;
import tranche.world.tasks.Tasks;

/**
 * Sends steps to the front door, each under its own idempotency key: a step that is sent again, in this start or the next,
 * is answered as it was the first time.
 */
final class Sender {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 1 << 20;

    /** A service that is busy or starting again is given some ten seconds. */
    private static final int TRIES = 6;

    private static final Duration FIRST_WAIT = Duration.ofMillis(250);

    private static final int SUCCESS = 200;
    private static final int NOT_SUCCESS = 300;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final URI origin;
    private final Map<String, String> keys;
    private final HttpCalls http;
    private final Tasks tasks;
    private final Map<String, Sent> sent = new ConcurrentHashMap<>();

    /** @param keys the API keys of the accounts by username */
    Sender(URI origin, Map<String, String> keys, HttpCalls http, Tasks tasks) {
        this.origin = origin;
        this.keys = Map.copyOf(keys);
        this.http = http;
        this.tasks = tasks;
    }

    /**
     * Sends a step; those that it refers to were sent before.
     *
     * @throws Refused if it was not done
     */
    Sent send(Step step) throws InterruptedException {
        HttpCall call = call(step);
        Duration wait = FIRST_WAIT;
        for (int tries = 1; ; tries++) {
            Optional<Sent> done = attempt(step, call, tries == TRIES);
            if (done.isPresent()) {
                sent.put(step.key(), done.get());
                return done.get();
            }
            tasks.sleep(wait);
            wait = wait.multipliedBy(2);
        }
    }

    /** The id of what a step has made. */
    String id(String key) {
        return known(key).id();
    }

    private Sent known(String key) {
        Sent known = sent.get(key);
        if (known == null) {
            throw new Refused(key + " is missing");
        }
        return known;
    }

    private HttpCall call(Step step) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put(
                "Authorization",
                List.of("Bearer " + Objects.requireNonNull(keys.get(step.by().account()))));
        headers.put("Content-Type", List.of("application/json"));
        headers.put("Idempotency-Key", List.of(step.idempotencyKey()));
        try {
            byte[] body = JSON.writeValueAsBytes(resolved(step.body()));
            URI uri = origin.resolve("/api/v1" + step.path(this::id));
            return new HttpCall("POST", uri, headers, new HttpCall.Payload.Whole(body), PATIENCE);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Object resolved(Object value) {
        return switch (value) {
            case Step.Made(String key) -> id(key);
            case Step.Seen(String key) -> known(key).contentHash().orElseThrow();
            case Map<?, ?> fields -> {
                Map<Object, Object> resolved = new LinkedHashMap<>();
                fields.forEach((name, field) -> resolved.put(name, resolved(field)));
                yield resolved;
            }
            case List<?> items -> items.stream().map(this::resolved).toList();
            default -> value;
        };
    }

    /** @return empty where it may be tried again */
    private Optional<Sent> attempt(Step step, HttpCall call, boolean last) throws InterruptedException {
        int status;
        JsonNode body;
        try {
            HttpReply reply = http.send(call).get();
            status = reply.status();
            body = json(reply.whole(MOST_BYTES).get());
        } catch (ExecutionException | UncheckedIOException failed) {
            if (last) {
                throw new Refused(step.key() + ": "
                        + Optional.ofNullable(failed.getCause()).orElse(failed).getMessage());
            }
            return Optional.empty();
        }
        if (status >= SUCCESS && status < NOT_SUCCESS) {
            return Optional.of(new Sent(
                    body.path("id").asText(),
                    body.path("version").asLong(),
                    Optional.of(body.path("contentHash").asText()).filter(hash -> !hash.isEmpty())));
        }
        String code = body.path("type").asText();
        boolean mayPass = status == TOO_MANY
                || status >= SERVER_ERROR
                || (status == CONFLICT && code.endsWith("/request-in-progress"));
        if (mayPass && !last) {
            return Optional.empty();
        }
        throw new Refused(step.key() + ": " + status + " " + body.path("detail").asText(code));
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException none) {
            throw new UncheckedIOException("the answer is no JSON", none);
        }
    }
}
