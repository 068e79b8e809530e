package tranche.portal.session.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.account.domain.OpaqueSecret;
import tranche.portal.account.domain.Personal;
import tranche.values.actor.Actor;

/**
 * A browser's session that is in force.
 *
 * @param id names it in lists and logs; it opens nothing
 * @param name what the account is called
 * @param csrf what every form of the session carries
 * @param lastVisit when the account was last seen before this session; empty on its first
 */
public record OpenSession(
        UUID id,
        Actor actor,
        Personal name,
        OpaqueSecret csrf,
        Instant createdAt,
        Instant lastSeenAt,
        Optional<Instant> lastVisit) {}
