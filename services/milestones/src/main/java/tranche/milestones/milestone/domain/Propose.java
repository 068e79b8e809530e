package tranche.milestones.milestone.domain;

import java.util.OptionalLong;
import java.util.UUID;
import tranche.values.actor.Actor;

/**
 * Puts a motion about a milestone to a second person.
 *
 * @param proposal its id, if it is taken
 */
public record Propose(MilestoneId id, Motion motion, UUID proposal, Actor by, OptionalLong ifMatch) {}
