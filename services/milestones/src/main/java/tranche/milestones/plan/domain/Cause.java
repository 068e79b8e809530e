package tranche.milestones.plan.domain;

import java.util.Optional;
import java.util.UUID;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.project.domain.ProjectId;

/**
 * An event for which the plan is run through.
 *
 * @param milestone whose event it is; empty for one of the project itself, which concerns all of its milestones
 */
public record Cause(UUID event, ProjectId project, Optional<MilestoneId> milestone) {}
