package tranche.commitments.commitment.domain;

import java.util.UUID;

/** Names a closing. */
public record ClosingId(UUID value) implements Comparable<ClosingId> {

    @Override
    public int compareTo(ClosingId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
