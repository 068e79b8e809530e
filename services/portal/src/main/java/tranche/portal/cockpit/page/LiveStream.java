package tranche.portal.cockpit.page;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import tranche.flow.Signal;
import tranche.portal.live.LivePages;
import tranche.portal.raise.domain.Change;
import tranche.portal.raise.domain.Feed;
import tranche.portal.raise.domain.Ladder;
import tranche.portal.raise.domain.Raises;
import tranche.portal.session.domain.Visitor;
import tranche.world.tasks.Tasks;

/**
 * What changes while an overview is watched, as server-sent events: each change once, rendered for the visitor's access,
 * resumed after the last one that the page has.
 */
@Controller
public final class LiveStream {

    private static final String TOPIC = "overview:";

    /** A sign of life, well within the page's patience of 30 s. */
    private static final Duration BEAT = Duration.ofSeconds(15);

    /** Changes of one wake; a page that is further behind is better read anew. */
    private static final int MOST_CHANGES = 50;

    /** Rights and sessions are asked anew when the browser comes back after this time. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /**
     * What a page has.
     *
     * @param place of its latest change
     * @param ladders of its figure, which also moves by changes that its reader's feed does not show
     */
    private record Told(long place, List<Ladder> ladders) {}

    private final Raises raise;
    private final Feed feed;
    private final LiveFragments fragments;
    private final LivePages pages;
    private final Tasks tasks;

    LiveStream(Raises raise, Feed feed, LiveFragments fragments, LivePages pages, Tasks tasks) {
        this.raise = raise;
        this.feed = feed;
        this.fragments = fragments;
        this.pages = pages;
        this.tasks = tasks;
    }

    @Get(value = "/live", produces = MediaType.TEXT_EVENT_STREAM)
    public Publisher<Event<String>> follow(
            Visitor visitor, @QueryValue String topics, @QueryValue @Nullable Long after) {
        Optional<UUID> programme = programme(topics);
        if (programme.isEmpty()) {
            return Flux.empty();
        }
        return Flux.<Event<String>>create(sink -> {
                    Tasks.Task task = tasks.start(
                            "portal-live", () -> send(sink, visitor, programme.get(), Optional.ofNullable(after)));
                    sink.onDispose(task::close);
                })
                .take(LONGEST);
    }

    private static Optional<UUID> programme(String topics) {
        try {
            return topics.startsWith(TOPIC)
                    ? Optional.of(UUID.fromString(topics.substring(TOPIC.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private void send(FluxSink<Event<String>> sink, Visitor visitor, UUID programme, Optional<Long> after)
            throws InterruptedException {
        Signal.Watch watch = pages.watch();
        Told told =
                new Told(after.orElseGet(() -> newest(visitor, programme)), raise.ladders(visitor.access(), programme));
        sink.next(beat());
        while (!sink.isCancelled()) {
            told = tell(sink, visitor, programme, told);
            if (!watch.await(BEAT)) {
                sink.next(beat());
            }
        }
    }

    private static Event<String> beat() {
        return Event.of("").name("beat");
    }

    private long newest(Visitor visitor, UUID programme) {
        return feed.latest(visitor.access(), programme, 1).stream()
                .mapToLong(Change::place)
                .findFirst()
                .orElse(0);
    }

    private Told tell(FluxSink<Event<String>> sink, Visitor visitor, UUID programme, Told before) {
        List<Change> fresh = feed.latest(visitor.access(), programme, MOST_CHANGES).stream()
                .filter(change -> change.place() > before.place())
                .toList();
        for (Change change : fresh.reversed()) {
            sink.next(Event.of(fragments.feed(visitor.reader(), change))
                    .name("feed")
                    .id(Long.toString(change.place())));
        }
        List<Ladder> ladders = raise.ladders(visitor.access(), programme);
        if (!fresh.isEmpty() || !ladders.equals(before.ladders())) {
            raise.programme(visitor.access(), programme)
                    .ifPresent(found -> sink.next(Event.of(fragments.raise(visitor.reader(), found, ladders))
                            .name("raise")));
        }
        return new Told(fresh.isEmpty() ? before.place() : fresh.getFirst().place(), ladders);
    }
}
