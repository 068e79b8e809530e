package tranche.portal.raise.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tranche.values.actor.Access;

/** What changed, cut to what the caller may see. */
public interface Feed {

    /** The latest changes, the newest first, at most {@code limit}. */
    List<Change> latest(Access access, UUID programme, int limit);

    /** The place of the last change of what the caller's list of commitments shows; 0 where there is none. */
    long lastPlace(Access access);

    /**
     * The place of the last change of what the page of a commitment shows: of itself, of its investor, and of its fund
     * where the caller reads the fund as a whole; 0 where the caller may not see it.
     */
    long lastPlace(Access access, UUID commitment);

    /** How many changes of each kind were recorded after the instant; kinds without any are left out. */
    Map<ChangeKind, Integer> countsSince(Access access, UUID programme, Instant since);
}
