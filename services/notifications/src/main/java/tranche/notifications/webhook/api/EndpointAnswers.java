package tranche.notifications.webhook.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.notifications.webhook.WebhookSecrets;
import tranche.notifications.webhook.domain.Endpoint;
import tranche.web.json.JsonObject;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Endpoints as their owners get them. */
@Singleton
final class EndpointAnswers {

    /** The columns of a list that leaves as a file. */
    static final Table<Endpoint> TABLE = new Table<>(
            "webhook-endpoints",
            List.of(
                    Column.id("id", row -> Optional.of(row.id())),
                    Column.text("url", row -> Optional.of(row.url().toString())),
                    Column.text("types", row -> Optional.of(String.join(" ", row.types()))),
                    Column.code("state", Endpoint::state),
                    Column.instant("failingSince", Endpoint::failingSince),
                    Column.instant("createdAt", row -> Optional.of(row.createdAt()))));

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebhookSecrets secrets;

    EndpointAnswers(WebhookSecrets secrets) {
        this.secrets = secrets;
    }

    static JsonObject json(Endpoint endpoint) {
        return JsonObject.empty()
                .put("id", endpoint.id())
                .put("url", endpoint.url().toString())
                .put("types", endpoint.types())
                .put("state", endpoint.state())
                .put(
                        "allowed",
                        endpoint.allowed().stream().map(Endpoint.Step::command).toList())
                .put("secretNumber", endpoint.secretNumber())
                .put("previousSecretUntil", endpoint.previousSecretUntil())
                .put("failingSince", endpoint.failingSince())
                .put("createdAt", endpoint.createdAt())
                .put("version", endpoint.version().number());
    }

    /**
     * Adds the secret to the answer that made it. What is stored for the answer's repetition has none; a repetition is given the
     * same again, for an answer that was lost is asked for so.
     */
    HttpResponse<byte[]> withSecret(HttpResponse<byte[]> answer) {
        try {
            JsonNode stored = JSON.readTree(answer.body());
            UUID id = UUID.fromString(stored.get("id").asText());
            ((ObjectNode) stored)
                    .put("secret", secrets.text(id, stored.get("secretNumber").asInt()));
            return ((MutableHttpResponse<byte[]>) answer).body(JSON.writeValueAsBytes(stored));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
