package tranche.milestones.programme.domain;

import java.util.UUID;

/** Names a programme. */
public record ProgrammeId(UUID value) implements Comparable<ProgrammeId> {

    @Override
    public int compareTo(ProgrammeId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
