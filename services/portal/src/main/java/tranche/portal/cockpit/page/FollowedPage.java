package tranche.portal.cockpit.page;

import io.micronaut.http.sse.Event;
import java.util.function.Consumer;
import tranche.portal.session.domain.Visitor;

/** An open page: it knows what it was told. */
interface FollowedPage {

    /** A page that follows nothing of its own. */
    FollowedPage NOTHING = (_, _) -> {};

    /** Tells what the visitor may see now and the page does not have yet. */
    void tell(Visitor visitor, Consumer<Event<String>> page);
}
