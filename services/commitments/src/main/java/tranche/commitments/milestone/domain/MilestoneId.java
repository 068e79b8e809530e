package tranche.commitments.milestone.domain;

import java.util.UUID;

/** Names a milestone. */
public record MilestoneId(UUID value) implements Comparable<MilestoneId> {

    @Override
    public int compareTo(MilestoneId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
