package tranche.upstream;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import tranche.web.access.Caller;
import tranche.web.command.Write;

/** Has the calls, tranches and forecasts that it is given, takes commands as it is told to, and keeps what reached it. */
@Controller("/api/v1")
public final class Drawdowns {

    /** A command as it came. */
    public record Asked(String command, String account, HttpHeaders headers, String body) {}

    private record Answer(int status, String body, Optional<String> etag) {

        Answer(int status, String body) {
            this(status, body, Optional.empty());
        }
    }

    private static final Answer DONE = new Answer(200, "{}");
    private static final Answer NOTHING = new Answer(404, "{\"code\": \"not-found\"}");

    private final Map<String, Answer> objects = new ConcurrentHashMap<>();
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final Queue<String> read = new ConcurrentLinkedQueue<>();
    private volatile Answer answer = DONE;

    /** What stands at a path below the API from now on, with its query if that matters. */
    public void put(String path, String json) {
        objects.put(path, new Answer(200, json));
    }

    /** How a path is answered from now on. */
    public void put(String path, int status, String json) {
        objects.put(path, new Answer(status, json));
    }

    /** What stands at a path from now on, with its version. */
    public void putTagged(String path, String json, String etag) {
        objects.put(path, new Answer(200, json, Optional.of(etag)));
    }

    /** Nothing stands anywhere, and nothing was read. */
    public void clear() {
        objects.clear();
        read.clear();
    }

    /** How the next command is answered. */
    public void answerNext(int status, String body) {
        answer = new Answer(status, body);
    }

    /** The oldest command that was not looked at yet; null where none came. */
    public @Nullable Asked next() {
        return asked.poll();
    }

    /** The oldest address that was read and not looked at yet; null where none was. */
    public @Nullable String nextRead() {
        return read.poll();
    }

    @Get("/capital-calls{/rest:.*}")
    HttpResponse<byte[]> calls(HttpRequest<?> request) {
        return object(request);
    }

    @Get("/receipts{/rest:.*}")
    HttpResponse<byte[]> receipts(HttpRequest<?> request) {
        return object(request);
    }

    @Get(uris = {"/tranches{/rest:.*}", "/closings{/rest:.*}", "/bank-accounts{/rest:.*}", "/investors{/rest:.*}"})
    HttpResponse<byte[]> tranches(HttpRequest<?> request) {
        return object(request);
    }

    @Get("/recipients{/rest:.*}")
    HttpResponse<byte[]> recipients(HttpRequest<?> request) {
        return object(request);
    }

    @Get("/approvals{/rest:.*}")
    HttpResponse<byte[]> approvals(HttpRequest<?> request) {
        return object(request);
    }

    @Post(
            uris = {"/tranches/{id}/{command}", "/closings/{id}/{command}", "/bank-accounts/{id}/{command}"},
            consumes = MediaType.ALL)
    HttpResponse<byte[]> takeTranche(HttpRequest<?> request, Write write, Caller caller, @PathVariable String command) {
        return take(request, write, caller, command);
    }

    @Get("/forecasts")
    HttpResponse<byte[]> forecasts(HttpRequest<?> request) {
        return object(request);
    }

    @Post(value = "/capital-calls/{id}/{command}", consumes = MediaType.ALL)
    HttpResponse<byte[]> take(HttpRequest<?> request, Write write, Caller caller, @PathVariable String command) {
        String body = new String(write.file(), StandardCharsets.UTF_8);
        asked.add(new Asked(command, caller.actor().account().toString(), request.getHeaders(), body));
        Answer now = answer;
        answer = DONE;
        return told(now);
    }

    /** Keeps a command for which an answer stands at its path; empty where none was put. */
    Optional<HttpResponse<byte[]>> taken(String path, HttpRequest<?> request, Write write, Caller caller) {
        Optional<HttpResponse<byte[]>> standing = standing(path);
        standing.ifPresent(_ -> asked.add(new Asked(
                path.substring(path.lastIndexOf('/') + 1),
                caller.actor().account().toString(),
                request.getHeaders(),
                new String(write.file(), StandardCharsets.UTF_8))));
        return standing;
    }

    /** What stands at a path; empty where nothing was put. */
    Optional<HttpResponse<byte[]>> standing(String path) {
        return Optional.ofNullable(objects.get(path)).map(Drawdowns::told);
    }

    private HttpResponse<byte[]> object(HttpRequest<?> request) {
        String target = request.getUri().toString().substring("/api/v1".length());
        read.add(target);
        String path = request.getPath().substring("/api/v1".length());
        return told(Optional.ofNullable(objects.get(target))
                .or(() -> Optional.ofNullable(objects.get(path)))
                .orElse(NOTHING));
    }

    private static HttpResponse<byte[]> told(Answer now) {
        MutableHttpResponse<byte[]> told = HttpResponse.<byte[]>status(now.status(), "")
                .body(now.body().getBytes(StandardCharsets.UTF_8))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
        now.etag().ifPresent(tag -> told.header(HttpHeaders.ETAG, tag));
        return told;
    }
}
