package tranche.web.command;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tranche.flow.writer.Answer;
import tranche.flow.writer.Position;
import tranche.web.json.JsonObject;
import tranche.web.position.PositionHeader;

/** The answers that commands and reads give: what a {@link tranche.flow.writer.Renderer} returns. */
public final class Answers {

    private Answers() {}

    /**
     * An object was made (201).
     *
     * @param location its path, for instance {@code /api/v1/commitments/0196...}
     * @param version becomes the entity tag
     */
    public static Answer created(String location, long version, JsonObject object) {
        return new Answer(
                HttpStatus.CREATED.getCode(),
                Map.of(
                        HttpHeaders.CONTENT_TYPE,
                        MediaType.APPLICATION_JSON,
                        HttpHeaders.ETAG,
                        tag(version),
                        HttpHeaders.LOCATION,
                        location),
                object.bytes());
    }

    /** The object after the command (200). */
    public static Answer ok(long version, JsonObject object) {
        return new Answer(
                HttpStatus.OK.getCode(),
                Map.of(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON, HttpHeaders.ETAG, tag(version)),
                object.bytes());
    }

    /**
     * An object that is there already under the foreign identity of the request (200), with its own place in the log.
     *
     * @param service that keeps it
     * @param key of its events
     */
    public static Answer known(String service, UUID key, long version, JsonObject object) {
        Map<String, String> headers = new HashMap<>(ok(version, object).headers());
        headers.put(PositionHeader.NAME, Position.of(service, key, 1).text());
        return new Answer(HttpStatus.OK.getCode(), Map.copyOf(headers), object.bytes());
    }

    /** The command waits for a second person (202). */
    public static Answer awaiting(JsonObject approval) {
        return new Answer(
                HttpStatus.ACCEPTED.getCode(),
                Map.of(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON),
                approval.bytes());
    }

    /**
     * The command waits for a second person (202).
     *
     * @param location path of what the second person answers
     */
    public static Answer awaiting(String location, JsonObject approval) {
        return new Answer(
                HttpStatus.ACCEPTED.getCode(),
                Map.of(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON, HttpHeaders.LOCATION, location),
                approval.bytes());
    }

    /** An object that was read. */
    public static MutableHttpResponse<byte[]> read(long version, JsonObject object) {
        return read(object).header(HttpHeaders.ETAG, tag(version));
    }

    /** Something that was read and has no version: a list, a total. */
    public static MutableHttpResponse<byte[]> read(JsonObject object) {
        return HttpResponse.ok(object.bytes()).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /** The strong entity tag of a version, for instance {@code "7"}. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }
}
