package tranche.portal.timeline.domain;

/**
 * Over all projects that match.
 *
 * @param late that have slipped, critically or not
 * @param milestones that are part of the plans
 * @param achieved of these, verified; what is only claimed never counts here
 */
public record ProjectTotals(long projects, long late, long milestones, long achieved) {}
