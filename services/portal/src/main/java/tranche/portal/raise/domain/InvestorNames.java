package tranche.portal.raise.domain;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import tranche.values.actor.Access;

/** Investors by name, cut to whom the caller may see. */
public interface InvestorNames {

    /**
     * The names of those that are known and have a commitment which the caller may see; to staff of the whole deployment, of
     * all that are known.
     */
    Map<UUID, String> of(Access access, Collection<UUID> investors);
}
