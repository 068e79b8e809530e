package tranche.upstream;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
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

/** Has the endpoints and deliveries that it is given, takes commands as it is told to, and keeps what reached it. */
@Controller("/api/v1/webhook-endpoints")
public final class Webhooks {

    /** A command as it came, with its method and path below the API. */
    public record Asked(String command, String account, HttpHeaders headers, String body) {}

    private record Answer(int status, String body, boolean replayed) {}

    private static final Answer NOTHING = new Answer(404, "{\"code\": \"not-found\"}", false);

    private final Map<String, Answer> objects = new ConcurrentHashMap<>();
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private volatile Answer answer = NOTHING;

    /** What stands at a path below the API from now on, with its query if that matters. */
    public void put(String path, String json) {
        put(path, 200, json);
    }

    /** How a path is answered from now on. */
    public void put(String path, int status, String json) {
        objects.put(path, new Answer(status, json, false));
    }

    /** Nothing stands anywhere, and no command came or is known. */
    public void clear() {
        objects.clear();
        asked.clear();
        answer = NOTHING;
    }

    /** How the next command is answered; every one after it is told the same, as one that was sent again. */
    public void answerNext(int status, String body) {
        answer = new Answer(status, body, false);
    }

    /** The oldest command that was not looked at yet; null where none came. */
    public @Nullable Asked next() {
        return asked.poll();
    }

    @Get("{/rest:.*}")
    HttpResponse<byte[]> read(HttpRequest<?> request) {
        String target = request.getUri().toString().substring("/api/v1".length());
        String path = request.getPath().substring("/api/v1".length());
        return told(Optional.ofNullable(objects.get(target))
                .or(() -> Optional.ofNullable(objects.get(path)))
                .orElse(NOTHING));
    }

    @Post(value = "{/rest:.*}", consumes = MediaType.ALL)
    HttpResponse<byte[]> take(HttpRequest<?> request, Write write, Caller caller) {
        String body = new String(write.file(), StandardCharsets.UTF_8);
        String command =
                request.getMethodName() + " " + request.getPath().substring("/api/v1/webhook-endpoints".length());
        asked.add(new Asked(command, caller.actor().account().toString(), request.getHeaders(), body));
        Answer now = answer;
        answer = new Answer(now.status(), now.body(), true);
        return told(now);
    }

    @Delete(value = "{/rest:.*}", consumes = MediaType.ALL)
    HttpResponse<byte[]> delete(HttpRequest<?> request, Write write, Caller caller) {
        return take(request, write, caller);
    }

    private static HttpResponse<byte[]> told(Answer now) {
        MutableHttpResponse<byte[]> response = HttpResponse.<byte[]>status(now.status(), "")
                .body(now.body().getBytes(StandardCharsets.UTF_8))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
        return now.replayed() ? response.header("Idempotency-Replayed", "true") : response;
    }
}
