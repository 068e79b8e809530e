package tranche.portal.cockpit.page;

import io.micronaut.http.sse.Event;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import tranche.portal.raise.domain.Ladder;
import tranche.portal.raise.domain.Raises;
import tranche.portal.session.domain.Visitor;

/** The overview of a programme while it is open: its feed, and its figure, rendered for the visitor's access. */
final class FollowedRaise implements FollowedPage {

    /** Changes of one wake; a page that is further behind is better read anew. */
    private static final int MOST_CHANGES = 50;

    private final Raises raise;
    private final WhatChanged changes;
    private final LiveFragments fragments;
    private final UUID programme;

    /** Of the latest changes that the page has. */
    private FeedPlaces places;

    /** Of the page's figure, which also moves by changes that its reader's feed does not show. */
    private List<Ladder> ladders;

    FollowedRaise(
            Raises raise,
            WhatChanged changes,
            LiveFragments fragments,
            UUID programme,
            Visitor visitor,
            Optional<FeedPlaces> after) {
        this.raise = raise;
        this.changes = changes;
        this.fragments = fragments;
        this.programme = programme;
        this.places = after.orElseGet(() -> WhatChanged.places(changes.latest(visitor.access(), programme, 1)));
        this.ladders = raise.ladders(visitor.access(), programme);
    }

    @Override
    public void tell(Visitor visitor, Consumer<Event<String>> page) {
        FeedPlaces before = places;
        List<WhatChanged.Item> fresh = changes.latest(visitor.access(), programme, MOST_CHANGES).stream()
                .filter(item -> item.isAfter(before))
                .toList();
        for (WhatChanged.Item item : fresh.reversed()) {
            places = item.after(places);
            page.accept(Event.of(fragments.feed(visitor.reader(), item))
                    .name("feed")
                    .id(places.text()));
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
