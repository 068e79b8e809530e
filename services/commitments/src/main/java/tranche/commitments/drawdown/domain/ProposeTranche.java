package tranche.commitments.drawdown.domain;

import java.util.OptionalLong;
import java.util.UUID;
import tranche.values.actor.Actor;

/**
 * Puts a motion about a tranche to a second person.
 *
 * @param proposal its id, if it is taken
 */
public record ProposeTranche(TrancheId id, TrancheMotion motion, UUID proposal, Actor by, OptionalLong ifMatch) {}
