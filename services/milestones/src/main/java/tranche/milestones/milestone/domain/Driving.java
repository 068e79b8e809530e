package tranche.milestones.milestone.domain;

/**
 * A link of the chain of reasons: a milestone that gives the next one its start (rule D-33).
 *
 * @param slipDays how much later than its own current baseline it is forecast, in days; below zero, how much earlier
 */
public record Driving(MilestoneId milestone, int slipDays) {}
