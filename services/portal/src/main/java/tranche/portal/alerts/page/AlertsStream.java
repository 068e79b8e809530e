package tranche.portal.alerts.page;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import tranche.portal.frame.page.FollowedCounts;
import tranche.portal.frame.page.Pages;
import tranche.portal.frontdoor.Upstreams;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.Route.Service;
import tranche.portal.session.SessionCookie;
import tranche.portal.session.Sessions;
import tranche.portal.session.domain.OpenSession;
import tranche.portal.session.domain.Visitor;
import tranche.web.access.Identity;
import tranche.web.access.KeyScope;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;
import tranche.world.http.HttpCall.Payload;
import tranche.world.http.HttpReply;
import tranche.world.tasks.Tasks;

/**
 * New alerts for an open list of them: what the service tells the visitor is told on, as a line that waits until it is asked
 * for. A page that comes back goes on behind the last one that it has.
 */
@Controller("/alerts/live")
public final class AlertsStream {

    private static final Logger LOG = LoggerFactory.getLogger(AlertsStream.class);

    /** A browser that stays comes back after this time, with the rights of that time. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Duration COME_AGAIN = Duration.ofSeconds(30);

    /** A person has a few windows; each is a task and two connections. */
    private static final int MOST_OF_ACCOUNT = 32;

    /** What is settled already when it comes is nothing new. */
    private static final String SUPERSEDED = "SUPERSEDED";

    /** An event without data never reaches the page. */
    private static final String NOTHING = "-";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Upstreams upstreams;
    private final Pages pages;
    private final SessionCookie cookie;
    private final Sessions sessions;
    private final Tasks tasks;
    private final Map<UUID, Integer> open = new ConcurrentHashMap<>();

    AlertsStream(Upstreams upstreams, Pages pages, SessionCookie cookie, Sessions sessions, Tasks tasks) {
        this.upstreams = upstreams;
        this.pages = pages;
        this.cookie = cookie;
        this.sessions = sessions;
        this.tasks = tasks;
    }

    /** The address of what comes behind an alert. */
    static String after(String alert) {
        return "/alerts/live?after=" + alert;
    }

    /** @param after id of the last alert that the page has */
    @Get(produces = MediaType.TEXT_EVENT_STREAM)
    public Publisher<Event<String>> follow(HttpRequest<?> request, Visitor visitor, @QueryValue @Nullable UUID after) {
        if (!upstreams.has(Service.NOTIFICATIONS)) {
            return Flux.empty();
        }
        UUID account = visitor.account();
        if (open.getOrDefault(account, 0) >= MOST_OF_ACCOUNT) {
            throw Problem.later(RequestRefusal.TOO_MANY_REQUESTS, COME_AGAIN);
        }
        Supplier<Optional<Visitor>> now = () -> cookie.of(request)
                .flatMap(sessions::look)
                .map(OpenSession::actor)
                .map(visitor::as);
        return Flux.<Event<String>>create(sink ->
                        tasks.start("portal-alerts", () -> send(sink, visitor, now, Optional.ofNullable(after))))
                .take(LONGEST)
                .doOnSubscribe(_ -> open.merge(account, 1, Integer::sum))
                .doFinally(_ -> open.computeIfPresent(account, (_, count) -> count > 1 ? count - 1 : null));
    }

    /** @param now the visitor with the rights that he has by now; empty once he is signed out */
    private void send(
            FluxSink<Event<String>> sink, Visitor opened, Supplier<Optional<Visitor>> now, Optional<UUID> after) {
        FollowedCounts counts = pages.followedCounts();
        try (BufferedReader lines = lines(opened, after)) {
            String line = lines.readLine();
            boolean arrived = false;
            while (line != null && !sink.isCancelled()) {
                Optional<Visitor> signedIn = now.get();
                if (signedIn.isEmpty()) {
                    break;
                }
                Visitor visitor = signedIn.get();
                if (line.startsWith(":")) {
                    sink.next(Event.of(NOTHING).name("beat"));
                    counts.tell(visitor, sink::next);
                } else if (line.startsWith("data:")) {
                    tell(sink, JSON.readValue(line.substring("data:".length()), OBJECT));
                    arrived = true;
                } else if (arrived && line.isEmpty() && !lines.ready()) {
                    counts.tellAnew(visitor, sink::next);
                    arrived = false;
                }
                line = lines.readLine();
            }
        } catch (IOException | CompletionException away) {
            LOG.info("alerts are followed no more, their page asks again: {}", away.getMessage());
        } finally {
            sink.complete();
        }
    }

    private BufferedReader lines(Visitor visitor, Optional<UUID> after) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("accept", List.of(MediaType.TEXT_EVENT_STREAM));
        headers.put("accept-language", List.of(visitor.locale().getLanguage()));
        after.ifPresent(last -> headers.put("last-event-id", List.of(last.toString())));
        HttpReply reply = upstreams
                .send(
                        Service.NOTIFICATIONS,
                        new Identity(visitor.actor(), KeyScope.all()),
                        "GET",
                        "/api/v1/alerts/stream",
                        headers,
                        new Payload.None())
                .join();
        return new BufferedReader(new InputStreamReader(reply.stream(LONGEST), StandardCharsets.UTF_8));
    }

    private void tell(FluxSink<Event<String>> sink, Map<String, Object> told) {
        Answered alert = new Answered(told);
        if (!alert.text("state").equals(SUPERSEDED)) {
            sink.next(Event.of(pages.render("alerts/arrival.jte", alert.text("title")))
                    .name("alert")
                    .id(alert.text("id")));
        }
    }
}
