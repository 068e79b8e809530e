package tranche.portal.cockpit.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import tranche.flow.Signal;
import tranche.flow.writer.Unavailable;
import tranche.portal.drawdown.domain.CallNews;
import tranche.portal.frame.page.FollowedCounts;
import tranche.portal.frame.page.Pages;
import tranche.portal.live.LivePages;
import tranche.portal.raise.domain.Feed;
import tranche.portal.session.SessionCookie;
import tranche.portal.session.Sessions;
import tranche.portal.session.domain.OpenSession;
import tranche.portal.session.domain.Visitor;
import tranche.portal.timeline.domain.ProjectDetail;
import tranche.portal.timeline.domain.ProjectList;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;
import tranche.world.tasks.Tasks;

/**
 * What changes while a page is open, as server-sent events: what was told once is not told again, and a page that comes back
 * goes on after the last change that it has. The visitor's rights are asked anew before anything is told.
 */
@Controller
public final class LiveStream {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);

    /** A sign of life, well within the page's patience of 30 s. */
    private static final Duration BEAT = Duration.ofSeconds(15);

    /** What comes within it is told at once: an import would redraw a list with each of its commits. */
    private static final Duration TOGETHER = Duration.ofMillis(250);

    /** What is heard here may wait for somebody elsewhere a moment later: whoever tells of it hears of it then. */
    private static final Duration SOON = Duration.ofSeconds(5);

    /** A browser that stays comes back after this time. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** A person has a few windows; each is a task and a connection. */
    private static final int MOST_OF_ACCOUNT = 32;

    /** An event without data never reaches the page. */
    static final String NOTHING = "-";

    private static final Pattern PLACE = Pattern.compile("[0-9]{1,18}");

    private static final Duration COME_AGAIN = Duration.ofSeconds(30);

    private final OverviewReading overviews;
    private final Feed feed;
    private final ProjectList projects;
    private final ProjectDetail project;
    private final CallNews calls;
    private final LiveFragments fragments;
    private final Pages frames;
    private final LivePages pages;
    private final SessionCookie cookie;
    private final Sessions sessions;
    private final Tasks tasks;
    private final Map<UUID, Integer> open = new ConcurrentHashMap<>();

    LiveStream(
            OverviewReading overviews,
            Feed feed,
            ProjectList projects,
            ProjectDetail project,
            CallNews calls,
            LiveFragments fragments,
            Pages frames,
            LivePages pages,
            SessionCookie cookie,
            Sessions sessions,
            Tasks tasks) {
        this.overviews = overviews;
        this.feed = feed;
        this.projects = projects;
        this.project = project;
        this.calls = calls;
        this.fragments = fragments;
        this.frames = frames;
        this.pages = pages;
        this.cookie = cookie;
        this.sessions = sessions;
        this.tasks = tasks;
    }

    /**
     * Follows a page, and whatever it shows what waits for its reader.
     *
     * @param topics {@code overview:PROGRAMME}, {@code overview:PROGRAMME:all}, {@code commitment:ID}, {@code commitments}, {@code project:ID}, {@code projects},
     *     {@code calls:FUND}, {@code calls} or {@code counts}
     * @param after the place of the last change that the page has, of an overview those of its feed
     * @param seen of an overview, the mark of what it shows besides
     */
    @Get(value = "/live", produces = MediaType.TEXT_EVENT_STREAM)
    public Publisher<Event<String>> follow(
            HttpRequest<?> request,
            Visitor visitor,
            @QueryValue String topics,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable String seen) {
        Optional<Topic> topic = Topic.parse(topics);
        if (topic.isEmpty()) {
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
        // A stream whose page is gone ends at its next beat: an interrupt in the middle of a query would cost a
        // connection.
        return Flux.<Event<String>>create(sink -> tasks.start(
                        "portal-live",
                        () -> send(
                                sink,
                                now,
                                () -> followed(
                                        topic.get(), visitor, Optional.ofNullable(after), Optional.ofNullable(seen)))))
                .take(LONGEST)
                .doOnSubscribe(_ -> open.merge(account, 1, Integer::sum))
                .doFinally(_ -> open.computeIfPresent(account, (_, count) -> count > 1 ? count - 1 : null));
    }

    private FollowedPage followed(Topic topic, Visitor visitor, Optional<String> told, Optional<String> seen) {
        Optional<Long> after =
                told.filter(place -> PLACE.matcher(place).matches()).map(Long::valueOf);
        return switch (topic) {
            case Topic.OfProgramme of ->
                new FollowedRaise(
                        overviews,
                        fragments,
                        new OverviewReading.Asked(of.programme(), of.allFunds(), FollowedRaise.MOST_CHANGES),
                        told.flatMap(ToldOverview::parse)
                                .map(has -> has.mark().isPresent() ? has : new ToldOverview(has.places(), seen)));
            case Topic.OfCommitment of ->
                new FollowedPlace(access -> feed.lastPlace(access, of.commitment()), visitor, after);
            case Topic.OfCommitments _ -> new FollowedPlace(feed::lastPlace, visitor, after);
            case Topic.OfProject of ->
                new FollowedPlace(access -> project.lastPlace(access, of.project()), visitor, after);
            case Topic.OfProjects _ -> new FollowedPlace(projects::lastPlace, visitor, after);
            case Topic.OfCalls of ->
                new FollowedPlace(access -> calls.places(access).of(of.fund()), visitor, after);
            case Topic.OfCounts _ -> FollowedPage.NOTHING;
        };
    }

    private void send(FluxSink<Event<String>> sink, Supplier<Optional<Visitor>> now, Supplier<FollowedPage> followed)
            throws InterruptedException {
        Signal.Watch watch = pages.watch();
        try {
            FollowedPage page = followed.get();
            FollowedCounts counts = frames.followedCounts();
            Duration next = BEAT;
            sink.next(beat());
            while (!sink.isCancelled()) {
                Optional<Visitor> visitor = now.get();
                if (visitor.isEmpty()) {
                    return;
                }
                page.tell(visitor.get(), sink::next);
                counts.tell(visitor.get(), sink::next);
                if (watch.await(next)) {
                    tasks.sleep(TOGETHER);
                    next = SOON;
                } else {
                    sink.next(beat());
                    next = BEAT;
                }
            }
        } catch (Unavailable away) {
            LOG.info("live stream ends, its page asks again: {}", away.getMessage());
        } finally {
            sink.complete();
        }
    }

    static Event<String> beat() {
        return Event.of(NOTHING).name("beat");
    }
}
