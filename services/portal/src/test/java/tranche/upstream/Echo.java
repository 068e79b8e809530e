package tranche.upstream;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tranche.web.access.Caller;
import tranche.web.access.KeyScope;
import tranche.web.command.Write;
import tranche.web.json.JsonObject;

/** Answers with what it was asked. */
@Controller("/api/v1")
public final class Echo {

    /** Never counted down: what waits for it waits for its time-out. */
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    /** Lets checks of slow notices go, of which so many wait. */
    public static final Semaphore SLOW = new Semaphore(0);

    public static final AtomicInteger WAITING = new AtomicInteger();

    private final Drawdowns given;

    Echo(Drawdowns given) {
        this.given = given;
    }

    @Get("/commitments{/rest:.*}")
    HttpResponse<byte[]> read(HttpRequest<?> request, Caller caller) {
        String target = request.getUri().toString().substring("/api/v1".length());
        return given.standing(target).orElseGet(() -> answer(request, caller, new byte[0]));
    }

    private static String below(HttpRequest<?> request) {
        return request.getPath().substring("/api/v1".length());
    }

    @Get("/notices/{sha256}")
    HttpResponse<byte[]> check(HttpRequest<?> request, Caller caller, String sha256) throws InterruptedException {
        if (sha256.startsWith("ff")) {
            WAITING.incrementAndGet();
            SLOW.acquire();
        }
        return given.standing("/notices/" + sha256).orElseGet(() -> answer(request, caller, new byte[0]));
    }

    @Post(value = "/commitments{/rest:.*}", consumes = MediaType.ALL)
    HttpResponse<byte[]> write(HttpRequest<?> request, Write write, Caller caller) {
        return given.taken(below(request), request, write, caller)
                .orElseGet(() -> answer(request, caller, write.file()));
    }

    @Patch(value = "/commitments{/rest:.*}", consumes = MediaType.ALL)
    HttpResponse<byte[]> change(HttpRequest<?> request, Write write, Caller caller) {
        return answer(request, caller, write.file());
    }

    @Delete("/commitments{/rest:.*}")
    HttpResponse<byte[]> remove() {
        return HttpResponse.noContent();
    }

    @Post(value = "/approvals{/rest:.*}", consumes = MediaType.ALL)
    HttpResponse<byte[]> approve(HttpRequest<?> request, Write write, Caller caller) {
        return answer(request, caller, write.file());
    }

    @Post(value = "/imports", consumes = MediaType.ALL)
    HttpResponse<byte[]> file(HttpRequest<?> request, Write write, Caller caller) {
        return answer(request, caller, write.file());
    }

    /** Headers that must not get past the front door, and some that must. */
    @Get("/funds")
    HttpResponse<String> manners() {
        return HttpResponse.ok("{}")
                .header("ETag", "\"7\"")
                .header("Tranche-Position", "commitments/00000000-0000-0000-0000-000000000001/1")
                .header("Set-Cookie", "upstream=1")
                .header("Server", "secret/1.0")
                .header("X-Hop", "one hop only")
                .header("Connection", "x-hop");
    }

    @Get("/funds/long")
    HttpResponse<byte[]> longer() {
        byte[] body = new byte[3 << 20];
        Arrays.fill(body, (byte) 'x');
        return HttpResponse.ok(body).contentType(MediaType.TEXT_PLAIN_TYPE);
    }

    /** Says nothing for the given time. */
    @Post(value = "/funds/silent/{millis}", consumes = MediaType.ALL)
    HttpResponse<String> silent(@PathVariable long millis) throws InterruptedException {
        NEVER.await(Duration.ofMillis(millis).toMillis(), TimeUnit.MILLISECONDS);
        return HttpResponse.ok("{}");
    }

    private static HttpResponse<byte[]> answer(HttpRequest<?> request, Caller caller, byte[] body) {
        Map<String, Object> headers = new LinkedHashMap<>();
        request.getHeaders().forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values));
        return HttpResponse.<byte[]>ok(JsonObject.empty()
                        .put("method", request.getMethodName())
                        .put("target", request.getUri().toString())
                        .put("account", caller.actor().account())
                        .put("person", caller.actor().person())
                        .put(
                                "accounts",
                                caller.actor().accounts().stream()
                                        .map(UUID::toString)
                                        .toList())
                        .put(
                                "roles",
                                caller.access().grants().stream()
                                        .map(grant -> grant.role().code())
                                        .sorted()
                                        .toList())
                        .put(
                                "scopes",
                                caller.identity().scopes().stream()
                                        .sorted()
                                        .map(KeyScope::code)
                                        .toList())
                        .put("headers", headers)
                        .put("length", body.length)
                        .put("sha256", sha256(body))
                        .bytes())
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
