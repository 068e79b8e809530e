package tranche.commitments.commitment.domain;

import java.util.OptionalLong;
import java.util.UUID;
import tranche.values.actor.Actor;

/**
 * Puts a motion about a commitment to a second person.
 *
 * @param proposal its id, if it is taken
 */
public record ProposeMotion(CommitmentId id, CommitmentMotion motion, UUID proposal, Actor by, OptionalLong ifMatch) {}
