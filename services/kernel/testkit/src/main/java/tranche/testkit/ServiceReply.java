package tranche.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.UUID;

/** An answer of a service with its body read; each service's process names it after its own. */
public class ServiceReply {

    private final JsonNode body;
    private final HttpResponse<String> raw;

    /** @param body null in the sense of JSON where it is none */
    protected ServiceReply(JsonNode body, HttpResponse<String> raw) {
        this.body = body;
        this.raw = raw;
    }

    public int status() {
        return raw.statusCode();
    }

    public JsonNode body() {
        return body;
    }

    public HttpResponse<String> raw() {
        return raw;
    }

    public String text(String field) {
        return body.get(field).asText();
    }

    public UUID id() {
        return UUID.fromString(text("id"));
    }

    /** The first of a name; empty where there is none. */
    public String header(String name) {
        return raw.headers().firstValue(name).orElse("");
    }
}
