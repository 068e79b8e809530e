package tranche.portal.cockpit.page;

import io.micronaut.http.sse.Event;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import tranche.portal.session.domain.Visitor;
import tranche.values.actor.Access;

/**
 * A list, or one of its objects, while it is open. The event {@code changed} says no more than that something the visitor
 * may see has changed: the page then asks for its content anew and changes what differs.
 */
final class FollowedPlace implements FollowedPage {

    private final ToLongFunction<Access> lastPlace;
    private long told;

    /**
     * @param lastPlace the place of the last change of what the page shows
     * @param after the place of the last change that the page has
     */
    FollowedPlace(ToLongFunction<Access> lastPlace, Visitor visitor, Optional<Long> after) {
        this.lastPlace = lastPlace;
        this.told = after.orElseGet(() -> lastPlace.applyAsLong(visitor.access()));
    }

    @Override
    public void tell(Visitor visitor, Consumer<Event<String>> page) {
        long last = lastPlace.applyAsLong(visitor.access());
        // Whoever may see less than before has an earlier place, and something to take off the page.
        if (last != told) {
            told = last;
            page.accept(Event.of(LiveStream.NOTHING).name("changed").id(Long.toString(last)));
        }
    }
}
