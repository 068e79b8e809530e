package tranche.portal.frontdoor.api;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import tranche.portal.frontdoor.Upstreams;
import tranche.portal.frontdoor.domain.FrontDoorRefusal;
import tranche.portal.frontdoor.domain.Manners;
import tranche.portal.frontdoor.domain.Route;
import tranche.portal.frontdoor.domain.Route.Service;
import tranche.web.access.Identity;
import tranche.web.command.Write;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;
import tranche.world.http.HttpCall.Payload;
import tranche.world.http.HttpCalls;
import tranche.world.http.HttpReply;

/** Sends a request on and makes the answer of the service's reply. */
@Singleton
final class Forwarding {

    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    /** A reply up to this length is sent in one piece; a longer one as it comes. */
    private static final int ONE_PIECE = 1 << 20;

    private static final String POSITION = "tranche-position";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final Set<HttpMethod> FORWARDED = Set.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final Upstreams upstreams;

    Forwarding(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    /**
     * The answer of the first service that knows what is asked for. One that does not has changed nothing, so that a command
     * goes on to the next; but not with a file, which passes once.
     *
     * @param services at least one
     */
    HttpResponse<?> answer(HttpRequest<?> request, Identity identity, List<Service> services) {
        if (!FORWARDED.contains(request.getMethod())) {
            throw Problem.of(RequestRefusal.METHOD_NOT_ALLOWED);
        }
        boolean reading = READING.contains(request.getMethod());
        Payload payload = reading ? new Payload.None() : payload(request);
        List<Service> asked = payload instanceof Payload.Streamed ? services.subList(0, 1) : services;
        for (Service service : asked.subList(0, asked.size() - 1)) {
            HttpReply reply = send(request, identity, service, payload);
            if (reply.status() != HttpStatus.NOT_FOUND.getCode()) {
                return answer(request, reply);
            }
            whole(reply, true);
        }
        return answer(request, send(request, identity, asked.getLast(), payload));
    }

    private HttpReply send(HttpRequest<?> request, Identity identity, Service service, Payload payload) {
        Map<String, List<String>> headers = Manners.inwards(request.getHeaders().asMap());
        if (identity.equals(FrontDoorAuthenticator.nobody())) {
            // Nobody has written anything to wait for, and waiting would take a place from others.
            headers.remove(POSITION);
        }
        String query = request.getUri().getRawQuery();
        String target = request.getUri().getRawPath() + (query == null ? "" : "?" + query);
        try {
            return await(
                    upstreams.send(service, identity, request.getMethodName(), target, headers, payload),
                    Upstreams.patience(payload),
                    READING.contains(request.getMethod()));
        } catch (Problem unanswered) {
            throw payload instanceof Payload.Streamed streamed
                            && streamed.content() instanceof PassedBody body
                            && body.isTooLong()
                    ? Problem.of(RequestRefusal.TOO_LARGE)
                    : unanswered;
        }
    }

    private static HttpResponse<?> answer(HttpRequest<?> request, HttpReply reply) {
        MutableHttpResponse<Object> response = HttpResponse.status(reply.status(), "");
        Manners.outwards(reply.headers())
                .forEach((name, values) -> values.forEach(value -> response.header(name, value)));
        OptionalLong length = reply.announcedLength();
        boolean reading = READING.contains(request.getMethod());
        boolean hasBody = request.getMethod() != HttpMethod.HEAD
                && reply.status() != HttpStatus.NO_CONTENT.getCode()
                && reply.status() != HttpStatus.NOT_MODIFIED.getCode();
        if (!hasBody || (length.isPresent() && length.getAsLong() <= ONE_PIECE)) {
            byte[] body = whole(reply, reading);
            return hasBody ? response.body(body) : response;
        }
        return response.body(reply.stream(Upstreams.LONGEST_TRANSFER));
    }

    private static byte[] whole(HttpReply reply, boolean reading) {
        return await(reply.whole(ONE_PIECE), Upstreams.patience(new Payload.None()), reading);
    }

    private static <T> T await(CompletableFuture<T> future, Duration patience, boolean reading) {
        try {
            return future.orTimeout(patience.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException failed) {
            boolean nothingDone = reading || failed.getCause() instanceof HttpCalls.NotSent;
            throw Problem.later(
                    nothingDone ? RequestRefusal.UNAVAILABLE : FrontDoorRefusal.OUTCOME_UNKNOWN, COME_AGAIN);
        }
    }

    private static Payload payload(HttpRequest<?> request) {
        if (!(request instanceof ServerHttpRequest<?> received)) {
            throw new IllegalStateException("what is forwarded was received");
        }
        boolean file = Route.takesFiles(request.getPath());
        int most = file ? Write.MOST_FILE_BYTES : Write.MOST_BYTES;
        OptionalLong length = received.byteBody().expectedLength();
        if (length.orElse(0) > most) {
            throw Problem.of(RequestRefusal.TOO_LARGE);
        }
        return file && length.orElse(Long.MAX_VALUE) > Write.MOST_BYTES
                ? streamed(received, length)
                : whole(received, most);
    }

    private static Payload whole(ServerHttpRequest<?> request, int most) {
        try (InputStream in = request.byteBody().toInputStream()) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw Problem.of(RequestRefusal.TOO_LARGE);
            }
            return content.length == 0 ? new Payload.None() : new Payload.Whole(content);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Payload streamed(ServerHttpRequest<?> request, OptionalLong length) {
        return new Payload.Streamed(new PassedBody(request.byteBody().toInputStream(), Write.MOST_FILE_BYTES), length);
    }
}
