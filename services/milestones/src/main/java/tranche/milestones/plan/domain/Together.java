package tranche.milestones.plan.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.project.domain.ProjectId;

/** Finds out which projects hang together: those with a milestone that follows one of another, and so on. */
final class Together {

    /** For each project another one that it hangs together with, or itself; at the end of that way is the group's first. */
    private final Map<ProjectId, ProjectId> towards = new HashMap<>();

    private Together() {}

    /** The milestones in groups by what hangs together, the groups in the order of their smallest projects. */
    static Collection<List<Milestone>> in(Collection<Milestone> milestones) {
        Map<MilestoneId, ProjectId> projects =
                milestones.stream().collect(Collectors.toMap(Milestone::id, Milestone::project));
        var together = new Together();
        for (Milestone milestone : milestones) {
            for (MilestoneId before : milestone.work().follows()) {
                ProjectId other = projects.get(before);
                if (other != null && !other.equals(milestone.project())) {
                    together.join(milestone.project(), other);
                }
            }
        }
        Map<ProjectId, List<Milestone>> groups = new TreeMap<>();
        milestones.forEach(
                milestone -> groups.computeIfAbsent(together.first(milestone.project()), _ -> new ArrayList<>())
                        .add(milestone));
        return groups.values();
    }

    private void join(ProjectId one, ProjectId other) {
        ProjectId first = first(one);
        ProjectId second = first(other);
        if (first.compareTo(second) < 0) {
            towards.put(second, first);
        } else if (!first.equals(second)) {
            towards.put(first, second);
        }
    }

    private ProjectId first(ProjectId project) {
        ProjectId at = project;
        while (!Objects.requireNonNullElse(towards.get(at), at).equals(at)) {
            at = Objects.requireNonNull(towards.get(at));
        }
        return at;
    }
}
