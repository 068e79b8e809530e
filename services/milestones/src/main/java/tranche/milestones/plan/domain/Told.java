package tranche.milestones.plan.domain;

import tranche.milestones.milestone.domain.MilestoneCommand.Reforecast;
import tranche.milestones.project.domain.ProjectId;

/** What a run tells a milestone of a project: its forecast is another. */
public record Told(ProjectId project, Reforecast reforecast) {}
