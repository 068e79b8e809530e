package tranche.flow.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import tranche.flow.sql.Database;

/**
 * A schema registry with Confluent's API, asked at the first use of a schema only.
 *
 * <p>Own code of one page, because no client library of it can be had without a licence that binds its users; the API
 * is two calls.
 */
public final class Registry {

    /** One attempt; the caller tries again later. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI base;
    private final Optional<String> authorization;

    /**
     * @param base of the API, without a slash at its end, for instance {@code http://127.0.0.1:8085/apis/ccompat/v7}
     * @param login how to sign in (HTTP basic); empty for a registry that asks nobody
     */
    public Registry(HttpClient http, URI base, Optional<Database.Login> login) {
        this.http = http;
        this.base = base;
        this.authorization = login.map(known -> "Basic "
                + Base64.getEncoder()
                        .encodeToString((known.name() + ":" + known.password()).getBytes(StandardCharsets.UTF_8)));
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
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(base.resolve(base.getPath() + "/subjects/" + subject + "/versions"))
                        .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                        .POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() / 100 != 2) {
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
        HttpResponse<String> answer = send(HttpRequest.newBuilder(base.resolve(base.getPath() + "/schemas/ids/" + id))
                .GET());
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        if (answer.statusCode() / 100 != 2) {
            throw refusal("schema " + id, answer);
        }
        return Optional.of(json(answer).get("schema").asText());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        authorization.ifPresent(value -> request.header("Authorization", value));
        try {
            return http.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
        } catch (IOException away) {
            throw new RegistryAway("the registry does not answer", away);
        }
    }

    private static RuntimeException refusal(String what, HttpResponse<String> answer) {
        boolean passing = answer.statusCode() >= 500 || answer.statusCode() == 429 || answer.statusCode() == 404;
        return passing
                ? new RegistryAway(what + ": status " + answer.statusCode())
                : new IllegalStateException(what + ": status " + answer.statusCode() + " " + answer.body());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException unreadable) {
            throw new RegistryAway("the registry's answer is no JSON", unreadable);
        }
    }
}
