package tranche.milestones.project.domain;

import java.util.UUID;

/** Names a project; it is also the ordering key of all that belongs to the project. */
public record ProjectId(UUID value) implements Comparable<ProjectId> {

    @Override
    public int compareTo(ProjectId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
