package tranche.portal.cockpit.page;

import io.micronaut.http.sse.Event;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import tranche.portal.raise.domain.Feed;
import tranche.portal.session.domain.Visitor;

/**
 * The list of commitments, or one of them, while it is open. The event {@code changed} says no more than that something
 * the visitor may see has changed: the page then asks for its content anew and changes what differs.
 */
final class FollowedCommitments implements FollowedPage {

    private final Feed feed;
    private final Optional<UUID> commitment;
    private long told;

    /**
     * @param commitment the one that is followed; empty for the list
     * @param after the place of the last change that the page has
     */
    FollowedCommitments(Feed feed, Optional<UUID> commitment, Visitor visitor, Optional<Long> after) {
        this.feed = feed;
        this.commitment = commitment;
        this.told = after.orElseGet(() -> lastPlace(visitor));
    }

    @Override
    public void tell(Visitor visitor, Consumer<Event<String>> page) {
        long last = lastPlace(visitor);
        if (last > told) {
            told = last;
            page.accept(Event.of(LiveStream.NOTHING).name("changed").id(Long.toString(last)));
        }
    }

    private long lastPlace(Visitor visitor) {
        return commitment
                .map(id -> feed.lastPlace(visitor.access(), id))
                .orElseGet(() -> feed.lastPlace(visitor.access()));
    }
}
