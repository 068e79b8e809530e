package tranche.portal.grant.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;

/** What can be asked of the grants of one account. */
public sealed interface GrantCommand {

    /** Which grant it is about. */
    UUID grant();

    /** Who asks. */
    Actor by();

    /**
     * Proposes a grant.
     *
     * @param until last day on which it shall hold, in UTC; empty for no end
     */
    record Propose(UUID grant, Grant role, Optional<LocalDate> until, Actor by) implements GrantCommand {}

    /**
     * Confirms a proposed grant.
     *
     * @param contentHash of what was seen (rule D-6)
     */
    record Approve(UUID grant, String contentHash, OptionalLong ifMatch, Actor by) implements GrantCommand {}

    /** Turns a proposed grant down. */
    record Reject(UUID grant, String reason, OptionalLong ifMatch, Actor by) implements GrantCommand {}

    /** Takes a grant back, or a proposal before it was confirmed. It needs no second person: it only takes away. */
    record Withdraw(UUID grant, OptionalLong ifMatch, Actor by) implements GrantCommand {}

    /** Gives a grant with which a deployment begins: the first administrator's, the demo's. Only the product itself may. */
    record Endow(UUID grant, Grant role, Actor by) implements GrantCommand {}
}
