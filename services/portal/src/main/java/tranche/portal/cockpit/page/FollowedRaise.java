package tranche.portal.cockpit.page;

import io.micronaut.http.sse.Event;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tranche.portal.session.domain.Visitor;

/**
 * The overview of a programme while it is open: what changed, line by line, and its other parts as they come to look. With each
 * wake it asks what the page itself would ask, cut to the visitor's access, and sends what then differs.
 */
final class FollowedRaise implements FollowedPage {

    /** Changes of one wake; a page that is further behind is better read anew. */
    static final int MOST_CHANGES = 50;

    private final OverviewReading reading;
    private final LiveFragments fragments;
    private final OverviewReading.Asked asked;

    /** Of the latest changes that the page has; empty where it did not say. */
    private Optional<FeedPlaces> places;

    /** The mark of what the page shows, until something was sent. */
    private final Optional<String> seen;

    private @Nullable Overview last;
    private Map<OverviewPart, String> shown = new EnumMap<>(OverviewPart.class);

    /**
     * @param after the places of the latest changes that the page has
     * @param seen the mark of what the page shows besides
     */
    FollowedRaise(
            OverviewReading reading,
            LiveFragments fragments,
            OverviewReading.Asked asked,
            Optional<FeedPlaces> after,
            Optional<String> seen) {
        this.reading = reading;
        this.fragments = fragments;
        this.asked = asked;
        this.places = after;
        this.seen = seen;
    }

    @Override
    public void tell(Visitor visitor, Consumer<Event<String>> page) {
        reading.of(visitor, asked, fragments.now(visitor.reader())).ifPresent(now -> {
            tellChanges(visitor, now, page);
            tellParts(visitor, now, page);
        });
    }

    private void tellChanges(Visitor visitor, Overview now, Consumer<Event<String>> page) {
        FeedPlaces before = places.orElseGet(now::places);
        List<WhatChanged.Item> fresh =
                now.changes().stream().filter(item -> item.isAfter(before)).toList();
        FeedPlaces told = before;
        for (WhatChanged.Item item : fresh.reversed()) {
            told = item.after(told);
            page.accept(Event.of(fragments.feed(visitor.reader(), item))
                    .name("feed")
                    .id(told.text()));
        }
        places = Optional.of(told);
    }

    private void tellParts(Visitor visitor, Overview now, Consumer<Event<String>> page) {
        Overview before = last;
        last = now;
        if (before != null && now.looksLike(before)) {
            return;
        }
        Map<OverviewPart, String> parts = fragments.parts(visitor, now);
        boolean hasThem = before == null && seen.filter(now.mark()::equals).isPresent();
        String fresh = parts.entrySet().stream()
                .filter(part -> !part.getValue().equals(shown.get(part.getKey())))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
        shown = parts;
        if (!hasThem && !fresh.isEmpty()) {
            page.accept(Event.of(fresh).name("part"));
        }
    }
}
