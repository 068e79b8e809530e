package tranche.notifications.recipient.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** What is told of the grants that accounts hold. */
public sealed interface GrantFact {

    UUID account();

    /** When it was recorded. */
    Instant at();

    /** @param until last day on which the grant holds, in UTC */
    record Given(UUID grant, UUID account, Role role, Scope scope, Optional<LocalDate> until, Instant at)
            implements GrantFact {}

    record Withdrawn(UUID grant, UUID account, Instant at) implements GrantFact {}

    /** The account was shut: none of its grants holds any more. */
    record Shut(UUID account, Instant at) implements GrantFact {}
}
