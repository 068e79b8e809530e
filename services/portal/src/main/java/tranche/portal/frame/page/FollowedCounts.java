package tranche.portal.frame.page;

import io.micronaut.http.sse.Event;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tranche.portal.session.domain.Visitor;

/** The numbers beside the menu of one open page: it tells them, and again once they are others. */
public final class FollowedCounts {

    private final Counters counters;
    private final Pages pages;
    private @Nullable Counts told;

    FollowedCounts(Counters counters, Pages pages) {
        this.counters = counters;
        this.pages = pages;
    }

    /** Tells what waits for the visitor where the page does not have it yet, as the event {@code counts}. */
    public void tell(Visitor visitor, Consumer<Event<String>> page) {
        tell(counters.of(visitor), visitor, page);
    }

    /** The same once something has arrived: what was counted before is no longer so. */
    public void tellAnew(Visitor visitor, Consumer<Event<String>> page) {
        tell(counters.anew(visitor), visitor, page);
    }

    private void tell(Counts now, Visitor visitor, Consumer<Event<String>> page) {
        if (!now.equals(told)) {
            told = now;
            page.accept(Event.of(pages.counts(visitor, now)).name("counts"));
        }
    }
}
