package tranche.portal.raise.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.values.actor.Access;

/** What changed, cut to what the caller may see. */
public interface Feed {

    /** The latest changes, the newest first, at most {@code limit}. */
    List<Change> latest(Access access, UUID programme, int limit);

    /**
     * The place of the last change of a commitment, or of all that the caller may see; 0 where there is none.
     *
     * @param commitment the one that is followed; empty for all
     */
    long lastPlace(Access access, Optional<UUID> commitment);

    /** How many changes of each kind were recorded after the instant; kinds without any are left out. */
    Map<ChangeKind, Integer> countsSince(Access access, UUID programme, Instant since);
}
