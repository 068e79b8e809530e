package tranche.launcher.demo.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
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

    /** A service that is busy, starting again, or still waiting for what another one told is given most of a minute. */
    private static final int TRIES = 16;

    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

    private static final String POSITION = "Tranche-Position";

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

    /** How far what a step made has come, in the words of the services. */
    private final Map<String, String> positions = new ConcurrentHashMap<>();

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
            wait = wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
        }
    }

    /** Whether a step was sent, in this start, and done. */
    boolean hasSent(String key) {
        return sent.containsKey(key);
    }

    /** The id of what a step has made, or of what a member of its answer names. */
    String id(String key) {
        String[] parts = key.split(Step.MEMBER, 2);
        Sent known = known(parts[0]);
        return parts.length == 1 ? known.id() : known.body().path(parts[1]).asText();
    }

    private Sent known(String key) {
        Sent known = sent.get(key);
        if (known == null) {
            throw new Refused(key + " is missing");
        }
        return known;
    }

    private HttpCall call(Step step) {
        URI uri = origin.resolve("/api/v1" + step.path(this::id));
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put(
                "Authorization",
                List.of("Bearer " + Objects.requireNonNull(keys.get(step.by().account()))));
        position(step).ifPresent(reached -> headers.put(POSITION, List.of(reached)));
        if (step.does() == Step.Does.READ) {
            return new HttpCall("GET", uri, headers, new HttpCall.Payload.None(), PATIENCE);
        }
        headers.put("Idempotency-Key", List.of(step.idempotencyKey()));
        Optional<byte[]> form = FormBody.of(step.body());
        headers.put("Content-Type", List.of(form.isPresent() ? FormBody.TYPE : "application/json"));
        byte[] body = form.orElseGet(() -> json(step));
        return new HttpCall("POST", uri, headers, new HttpCall.Payload.Whole(body), PATIENCE);
    }

    private byte[] json(Step step) {
        try {
            return JSON.writeValueAsBytes(resolved(step.body()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * What a service must have seen before it can do the step: all that the step refers to, wherever that was made. Otherwise
     * one service would be asked about what it has not been told of yet by another.
     */
    private Optional<String> position(Step step) {
        return Optional.of(step.references().stream()
                        .flatMap(key -> Optional.ofNullable(positions.get(key)).stream())
                        .flatMap(reached -> Arrays.stream(reached.split(",")))
                        .distinct()
                        .collect(Collectors.joining(",")))
                .filter(reached -> !reached.isEmpty());
    }

    private Object resolved(Object value) {
        return switch (value) {
            case Step.Made(String key) -> id(key);
            case Step.Seen(String key) -> known(key).contentHash().orElseThrow();
            case Step.OfLine(String call, String commitment, String pointer) ->
                known(call)
                        .line(id(commitment))
                        .orElseThrow(() -> new Refused(call + " has no line of " + commitment))
                        .at(pointer)
                        .asText();
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
        HttpReply reply;
        JsonNode body;
        try {
            reply = http.send(call).get();
            body = json(reply.whole(MOST_BYTES).get());
        } catch (ExecutionException | UncheckedIOException failed) {
            if (last) {
                throw new Refused(step.key() + ": "
                        + Optional.ofNullable(failed.getCause()).orElse(failed).getMessage());
            }
            return Optional.empty();
        }
        int status = reply.status();
        if (status >= SUCCESS && status < NOT_SUCCESS) {
            reached(step, reply);
            return Optional.of(new Sent(body));
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

    /** Of what the step made, and of what it was done to. */
    private void reached(Step step, HttpReply reply) {
        reply.header(POSITION.toLowerCase(Locale.ROOT)).ifPresent(told -> {
            positions.put(step.key(), told);
            step.subjects().forEach(key -> positions.put(key, told));
        });
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException none) {
            throw new UncheckedIOException("the answer is no JSON", none);
        }
    }
}
