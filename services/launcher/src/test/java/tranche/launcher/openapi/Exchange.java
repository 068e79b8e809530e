package tranche.launcher.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * A request and its answer, as they went over the wire.
 *
 * @param body what was sent, JSON; empty for nothing
 */
record Exchange(HttpRequest request, String body, HttpResponse<String> answer) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String method() {
        return request.method();
    }

    String path() {
        return request.uri().getPath();
    }

    Optional<String> query() {
        return Optional.ofNullable(request.uri().getQuery());
    }

    int status() {
        return answer.statusCode();
    }

    boolean isDone() {
        return status() < 300;
    }

    Optional<String> header(String name) {
        return answer.headers().firstValue(name);
    }

    /** The media type of the answer, without parameters. */
    String mediaType() {
        return header("Content-Type").map(type -> type.split(";", 2)[0].strip()).orElse("");
    }

    JsonNode json() {
        return json(answer.body());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(text, unreadable);
        }
    }

    /** A text as JSON. */
    static JsonNode quoted(String text) {
        return JSON.getNodeFactory().textNode(text);
    }

    String text(String field) {
        return json().get(field).asText();
    }

    String id() {
        return text("id");
    }

    /** The place of an object that was made. */
    String location() {
        return URI.create(header("Location").orElseThrow()).getPath();
    }

    @Override
    public String toString() {
        return method() + " " + request.uri().getPath() + " " + body + " -> " + status() + " " + answer.body();
    }
}
