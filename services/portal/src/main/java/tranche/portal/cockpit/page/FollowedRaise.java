package tranche.portal.cockpit.page;

import io.micronaut.http.sse.Event;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import tranche.portal.raise.domain.Change;
import tranche.portal.raise.domain.Feed;
import tranche.portal.raise.domain.Ladder;
import tranche.portal.raise.domain.Raises;
import tranche.portal.session.domain.Visitor;

/** The overview of a programme while it is open: its feed, and its figure, rendered for the visitor's access. */
final class FollowedRaise implements FollowedPage {

    /** Changes of one wake; a page that is further behind is better read anew. */
    private static final int MOST_CHANGES = 50;

    private final Raises raise;
    private final Feed feed;
    private final LiveFragments fragments;
    private final UUID programme;

    /** The place of the latest change that the page has. */
    private long place;

    /** Of the page's figure, which also moves by changes that its reader's feed does not show. */
    private List<Ladder> ladders;

    FollowedRaise(
            Raises raise, Feed feed, LiveFragments fragments, UUID programme, Visitor visitor, Optional<Long> after) {
        this.raise = raise;
        this.feed = feed;
        this.fragments = fragments;
        this.programme = programme;
        this.place = after.orElseGet(() -> feed.latest(visitor.access(), programme, 1).stream()
                .mapToLong(Change::place)
                .findFirst()
                .orElse(0));
        this.ladders = raise.ladders(visitor.access(), programme);
    }

    @Override
    public void tell(Visitor visitor, Consumer<Event<String>> page) {
        List<Change> fresh = feed.latest(visitor.access(), programme, MOST_CHANGES).stream()
                .filter(change -> change.place() > place)
                .toList();
        for (Change change : fresh.reversed()) {
            place = change.place();
            page.accept(Event.of(fragments.feed(visitor.reader(), change))
                    .name("feed")
                    .id(Long.toString(place)));
        }
        List<Ladder> now = raise.ladders(visitor.access(), programme);
        if (!fresh.isEmpty() || !now.equals(ladders)) {
            ladders = now;
            raise.programme(visitor.access(), programme)
                    .ifPresent(found -> page.accept(Event.of(fragments.raise(visitor.reader(), found, now))
                            .name("raise")));
        }
    }
}
