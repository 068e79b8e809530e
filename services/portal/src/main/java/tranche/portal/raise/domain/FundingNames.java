package tranche.portal.raise.domain;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import tranche.values.actor.Access;
import tranche.values.money.Money;

/** Funds, and their tranches and calls, by name: those of the funds that the caller reads whole. */
public interface FundingNames {

    Map<UUID, String> funds(Access access, Collection<UUID> funds);

    Map<UUID, Named> tranches(Access access, Collection<UUID> tranches);

    /** Calls by their references. */
    Map<UUID, Named> calls(Access access, Collection<UUID> calls);

    /** A tranche or a call with the whole of its amount. */
    record Named(UUID id, String name, UUID fund, Money amount) {}
}
