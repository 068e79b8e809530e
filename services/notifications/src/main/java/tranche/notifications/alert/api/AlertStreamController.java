package tranche.notifications.alert.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.sse.Event;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import tranche.flow.Signal;
import tranche.flow.writer.Unavailable;
import tranche.notifications.alert.domain.Alert;
import tranche.notifications.alert.store.AlertViews;
import tranche.notifications.notice.NewAlerts;
import tranche.web.access.Caller;
import tranche.web.body.Fields;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;
import tranche.world.tasks.Tasks;

/**
 * The caller's alerts as they are raised, as server-sent events. A client that comes back with the id of the last one that it
 * has misses none and gets none twice: its alerts are told in the order of their numbers.
 */
@Controller("/api/v1/alerts")
final class AlertStreamController {

    private static final Logger LOG = LoggerFactory.getLogger(AlertStreamController.class);

    /** A sign of life; by then, too, it is looked for what another instance has raised. */
    private static final Duration BEAT = Duration.ofSeconds(15);

    /** A client that stays comes back after this time, with the rights of that time. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Duration COME_AGAIN = Duration.ofSeconds(30);

    /** An account has a few clients; each is a task and a connection. */
    private static final int MOST_OF_ACCOUNT = 32;

    private static final int AT_ONCE = 100;

    private final AlertViews views;
    private final AlertAnswers answers;
    private final NewAlerts alerts;
    private final Tasks tasks;
    private final Map<UUID, Integer> open = new ConcurrentHashMap<>();

    AlertStreamController(AlertViews views, AlertAnswers answers, NewAlerts alerts, Tasks tasks) {
        this.views = views;
        this.answers = answers;
        this.alerts = alerts;
        this.tasks = tasks;
    }

    @Get(value = "/stream", produces = MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> follow(HttpRequest<?> request, Caller caller) {
        UUID account = caller.actor().account();
        if (open.getOrDefault(account, 0) >= MOST_OF_ACCOUNT) {
            throw Problem.later(RequestRefusal.TOO_MANY_REQUESTS, COME_AGAIN);
        }
        // Looked at before the place, so that what is raised between the two is told.
        Signal.Watch watch = alerts.watch();
        long after = place(request, account);
        return Flux.<Event<String>>create(sink -> tasks.start("alert-stream", () -> send(sink, caller, watch, after)))
                .take(LONGEST)
                .doOnSubscribe(_ -> open.merge(account, 1, Integer::sum))
                .doFinally(_ -> open.computeIfPresent(account, (_, count) -> count > 1 ? count - 1 : null));
    }

    /** Where a client goes on: an id that it does not have from here lets it begin with the oldest that is kept. */
    private long place(HttpRequest<?> request, UUID account) {
        String last = request.getHeaders().get("Last-Event-ID");
        if (last == null || last.isEmpty()) {
            return views.lastNumber(account);
        }
        return Fields.id(last)
                .flatMap(id -> views.one(account, id))
                .map(Alert::number)
                .orElse(0L);
    }

    private void send(FluxSink<Event<String>> sink, Caller caller, Signal.Watch watch, long after)
            throws InterruptedException {
        try {
            sink.next(beat());
            long last = after;
            while (!sink.isCancelled()) {
                last = tell(sink, caller, last);
                if (!watch.await(BEAT)) {
                    sink.next(beat());
                }
            }
        } catch (Unavailable away) {
            LOG.info("alert stream ends, its client asks again: {}", away.getMessage());
        } finally {
            sink.complete();
        }
    }

    private long tell(FluxSink<Event<String>> sink, Caller caller, long after) {
        long last = after;
        List<Alert> news;
        do {
            news = views.since(caller.actor().account(), last, AT_ONCE);
            answers.worded(news, caller.language())
                    .forEach(worded ->
                            sink.next(Event.of(new String(worded.json().bytes(), StandardCharsets.UTF_8))
                                    .name("alert")
                                    .id(worded.alert().id().toString())));
            last = news.isEmpty() ? last : news.getLast().number();
        } while (news.size() == AT_ONCE && !sink.isCancelled());
        return last;
    }

    /** A comment, which no client takes for an event. */
    private static Event<String> beat() {
        return Event.of("").comment("beat");
    }
}
