package tranche.portal.grant.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import tranche.values.actor.Grant;
import tranche.values.actor.Maker;

/** What has happened to a grant. */
public sealed interface GrantEvent {

    /** Which grant. */
    UUID grant();

    /** A grant was proposed and waits for a second person until {@code expiresAt}. */
    record GrantProposed(
            UUID grant, Grant role, Optional<LocalDate> until, Maker by, Instant expiresAt, String contentHash)
            implements GrantEvent {}

    /**
     * The grant holds from now on.
     *
     * @param proposedBy who had proposed it; empty where nobody was asked twice: the product's own, and first steps
     * @param by who gave it: the second person, or the first administrator taking first steps
     * @param firstSteps whether one person alone gave it because no second one had signed in yet
     */
    record GrantGiven(
            UUID grant, Grant role, Optional<LocalDate> until, Optional<Maker> proposedBy, Maker by, boolean firstSteps)
            implements GrantEvent {}

    /** The proposal was turned down; why is kept beside the grant, not in the event: it is free text. */
    record GrantRejected(UUID grant, String reason) implements GrantEvent {}

    /** The grant no longer holds, or the proposal no longer waits. */
    record GrantWithdrawn(UUID grant, Grant role) implements GrantEvent {}
}
