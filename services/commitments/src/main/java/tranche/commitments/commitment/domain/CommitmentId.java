package tranche.commitments.commitment.domain;

import java.util.UUID;

/** Names a commitment. */
public record CommitmentId(UUID value) implements Comparable<CommitmentId> {

    @Override
    public int compareTo(CommitmentId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
