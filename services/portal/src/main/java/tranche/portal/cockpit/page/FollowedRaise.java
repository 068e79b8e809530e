package tranche.portal.cockpit.page;

import io.micronaut.http.sse.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tranche.portal.session.domain.Visitor;
import tranche.values.actor.Access;

/**
 * The overview of a programme while it is open: what changed, line by line, and its other parts as they come to look. Once
 * there is something new it asks what the page itself would ask, cut to the visitor's access, and sends what then differs.
 */
final class FollowedRaise implements FollowedPage {

    /** Changes of one wake; a page that is further behind is better read anew. */
    static final int MOST_CHANGES = 50;

    /** From where an overview is read. */
    interface Source {

        /** How far it has come: while it stands there, everybody is shown the same as before. */
        long heard();

        /** The overview at an instant; empty where there is none or the visitor may not see it. */
        Optional<Overview> of(Visitor visitor, OverviewReading.Asked asked, Instant now);
    }

    private final Source reading;
    private final LiveFragments fragments;
    private final OverviewReading.Asked asked;

    /** What the page has; empty where it did not say. */
    private Optional<ToldOverview> told;

    private @Nullable Look looked;
    private @Nullable Overview last;
    private Map<OverviewPart, String> shown = new EnumMap<>(OverviewPart.class);

    /** @param told what the page has */
    FollowedRaise(Source reading, LiveFragments fragments, OverviewReading.Asked asked, Optional<ToldOverview> told) {
        this.reading = reading;
        this.fragments = fragments;
        this.asked = asked;
        this.told = told;
    }

    /** All that an overview follows from: the next look at the same sees the same. */
    private record Look(long heard, Access access, LocalDate day) {}

    @Override
    public void tell(Visitor visitor, Consumer<Event<String>> page) {
        Instant at = fragments.now(visitor.reader());
        // The place comes before what stands there, so that nothing falls between the two.
        Look look = new Look(reading.heard(), visitor.access(), LocalDate.ofInstant(at, ZoneOffset.UTC));
        if (look.equals(looked)) {
            return;
        }
        looked = look;
        reading.of(visitor, asked, at).ifPresent(now -> {
            tellChanges(visitor, now, page);
            tellParts(visitor, now, page);
        });
    }

    private void tellChanges(Visitor visitor, Overview now, Consumer<Event<String>> page) {
        ToldOverview had = told.orElseGet(() -> new ToldOverview(now.places(), Optional.empty()));
        List<WhatChanged.Item> fresh = now.changes().stream()
                .filter(item -> item.isAfter(had.places()))
                .toList();
        ToldOverview has = had;
        for (WhatChanged.Item item : fresh.reversed()) {
            has = has.with(item.after(has.places()));
            page.accept(Event.of(fragments.feed(visitor.reader(), item))
                    .name("feed")
                    .id(has.text()));
        }
        told = Optional.of(has);
    }

    private void tellParts(Visitor visitor, Overview now, Consumer<Event<String>> page) {
        Overview before = last;
        last = now;
        if (before != null && now.looksLike(before)) {
            return;
        }
        ToldOverview had = told.orElseThrow();
        boolean hasThem =
                before == null && had.mark().filter(now.mark()::equals).isPresent();
        Map<OverviewPart, String> parts = fragments.parts(visitor, now);
        String fresh = parts.entrySet().stream()
                .filter(part -> !part.getValue().equals(shown.get(part.getKey())))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
        shown = parts;
        if (hasThem) {
            return;
        }
        ToldOverview has = had.with(now.mark());
        told = Optional.of(has);
        // Where nothing looks otherwise the page learns its new mark alone.
        Event<String> event =
                fresh.isEmpty() ? LiveStream.beat() : Event.of(fresh).name("part");
        page.accept(event.id(has.text()));
    }
}
