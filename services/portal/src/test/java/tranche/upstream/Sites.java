package tranche.upstream;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import tranche.web.access.Caller;
import tranche.web.command.Write;

/** Takes commands to milestones as it is told to, and keeps what reached it. */
@Controller("/api/v1")
public final class Sites {

    /** A command as it came; its body byte by byte, one character for each. */
    public record Asked(String command, String account, HttpHeaders headers, String body) {}

    private record Answer(int status, String body) {}

    private static final Answer DONE = new Answer(200, "{}");

    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final Map<String, String> lists = new ConcurrentHashMap<>();
    private volatile Answer answer = DONE;

    /** How the next command is answered. */
    public void answerNext(int status, String body) {
        answer = new Answer(status, body);
    }

    /** The oldest command that was not looked at yet; null where none came. */
    public @Nullable Asked next() {
        return asked.poll();
    }

    /** What a list answers from now on. */
    public void put(String path, String json) {
        lists.put(path, json);
    }

    /** No list has anything. */
    public void clear() {
        lists.clear();
    }

    @Get(uris = {"/projects/{id}/evidence", "/milestones/{id}/evidence", "/projects/{id}/plan"})
    HttpResponse<byte[]> evidence(HttpRequest<?> request) {
        String list =
                lists.getOrDefault(request.getPath().substring("/api/v1".length()), "{\"items\": [], \"next\": null}");
        return HttpResponse.ok(list.getBytes(StandardCharsets.UTF_8)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Post(value = "/milestones/{id}/{command}", consumes = MediaType.ALL)
    HttpResponse<byte[]> take(HttpRequest<?> request, Write write, Caller caller, @PathVariable String command) {
        String body = new String(write.file(), StandardCharsets.ISO_8859_1);
        asked.add(new Asked(command, caller.actor().account().toString(), request.getHeaders(), body));
        Answer now = answer;
        answer = DONE;
        return HttpResponse.<byte[]>status(now.status(), "")
                .body(now.body().getBytes(StandardCharsets.UTF_8))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
