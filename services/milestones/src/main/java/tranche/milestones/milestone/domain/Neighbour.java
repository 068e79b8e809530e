package tranche.milestones.milestone.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tranche.milestones.programme.domain.ProgrammeId;
import tranche.milestones.project.domain.Project;
import tranche.milestones.project.domain.ProjectId;
import tranche.values.actor.Scope;

/**
 * What a decision about one milestone must know of another: whose it is, when it is finished, what it follows.
 *
 * @param finish its forecast, or the day of its achievement; empty where it is no part of the plan any more, and so no
 *     reason to wait
 * @param follows its own predecessors
 */
public record Neighbour(
        ProgrammeId programme, ProjectId project, Optional<LocalDate> finish, List<MilestoneId> follows) {

    public Neighbour {
        follows = List.copyOf(follows);
    }

    static Neighbour of(Milestone milestone) {
        return new Neighbour(
                milestone.programme(),
                milestone.project(),
                milestone.state().isInPlan() ? Optional.of(milestone.outlook().date()) : Optional.empty(),
                milestone.work().follows());
    }

    public Scope scope() {
        return Project.scope(programme, project);
    }
}
