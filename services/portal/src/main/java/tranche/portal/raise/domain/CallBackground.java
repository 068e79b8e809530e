package tranche.portal.raise.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.values.actor.Access;
import tranche.values.money.Money;

/**
 * What the kept rows know of a call beside what its service tells: each is cut to funds in which the caller has a
 * commitment that it may see, be it as staff or as the investor.
 */
public interface CallBackground {

    /** The tranche that a call releases. */
    Optional<Unlocked> tranche(Access access, UUID tranche);

    /** When a call was drafted first; a call of a tranche was drafted in the moment in which its conditions were met. */
    Optional<Instant> drafted(Access access, UUID call);

    /** Who bears a call, by commitment, as far as it is known. */
    Map<UUID, Bearer> bearers(Access access, Collection<UUID> commitments);

    /**
     * A tranche by name.
     *
     * @param project that it pays for, where it is one project's
     */
    record Unlocked(String name, Money amount, Optional<UUID> project) {}

    /**
     * A commitment that is called upon.
     *
     * @param uncalled what can still be called of it by now: of a draft nothing is called yet
     */
    record Bearer(InvestorKind kind, Money uncalled) {}
}
