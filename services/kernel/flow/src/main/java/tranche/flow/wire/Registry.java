package tranche.flow.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tranche.flow.sql.Database;
import tranche.world.http.HttpCall;
import tranche.world.http.HttpCall.Payload;
import tranche.world.http.HttpCalls;
import tranche.world.http.HttpReply;

/**
 * A schema registry with Confluent's API, asked at the first use of a schema only.
 *
 * <p>Own code of one page, because no client library of it can be had without a licence that binds its users; the API
 * is two calls.
 */
public final class Registry {

    /** One attempt, head and body each; the caller tries again later. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** A schema of many records is a hundred kilobytes. */
    private static final int LONGEST_ANSWER_BYTES = 4 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpCalls http;
    private final URI base;
    private final Map<String, List<String>> headers;

    /**
     * @param base of the API, without a slash at its end, for instance {@code http://127.0.0.1:8085/apis/ccompat/v7}
     * @param login how to sign in (HTTP basic); empty for a registry that asks nobody
     */
    public Registry(HttpCalls http, URI base, Optional<Database.Login> login) {
        this.http = http;
        this.base = base;
        Map<String, List<String>> sent = new HashMap<>();
        sent.put("Content-Type", List.of("application/vnd.schemaregistry.v1+json"));
        login.ifPresent(known -> sent.put("Authorization", List.of(basic(known))));
        this.headers = Map.copyOf(sent);
    }

    private static String basic(Database.Login login) {
        String text = login.name() + ":" + login.password();
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Registers a schema under a subject and gives its id; again gives the same.
     *
     * @param subject {@code <topic>-<record full name>}
     * @throws RegistryAway if there is no answer
     * @throws IllegalStateException if the registry refuses the schema
     */
    public int register(String subject, String schemaJson) throws InterruptedException {
        String body = JSON.createObjectNode()
                .put("schema", schemaJson)
                .put("schemaType", "AVRO")
                .toString();
        Answer answer = send(
                "POST", "/subjects/" + subject + "/versions", new Payload.Whole(body.getBytes(StandardCharsets.UTF_8)));
        if (!answer.isGood()) {
            throw refusal("register " + subject, answer);
        }
        return json(answer).get("id").asInt();
    }

    /**
     * The schema of an id.
     *
     * @return empty if the registry says that it has none
     * @throws RegistryAway if there is no answer
     */
    public Optional<String> schema(int id) throws InterruptedException {
        Answer answer = send("GET", "/schemas/ids/" + id, new Payload.None());
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (!answer.isGood()) {
            throw refusal("schema " + id, answer);
        }
        return Optional.of(json(answer).get("schema").asText());
    }

    private record Answer(int status, String body) {

        boolean isGood() {
            return status / 100 == 2;
        }
    }

    private Answer send(String method, String path, Payload payload) throws InterruptedException {
        URI uri = base.resolve(base.getPath() + path);
        try {
            HttpReply reply = http.send(new HttpCall(method, uri, headers, payload, LIMIT))
                    .get();
            byte[] body = reply.whole(LONGEST_ANSWER_BYTES).get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(reply.status(), new String(body, StandardCharsets.UTF_8));
        } catch (ExecutionException | TimeoutException away) {
            throw new RegistryAway("the registry does not answer", away);
        }
    }

    private static RuntimeException refusal(String what, Answer answer) {
        boolean passing = answer.status() >= 500 || answer.status() == 429 || answer.status() == 404;
        return passing
                ? new RegistryAway(what + ": status " + answer.status())
                : new IllegalStateException(what + ": status " + answer.status() + " " + answer.body());
    }

    private static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException unreadable) {
            throw new RegistryAway("the registry's answer is no JSON", unreadable);
        }
    }
}
