package tranche.commitments.drawdown.domain;

import java.util.UUID;

/** Names a tranche. */
public record TrancheId(UUID value) implements Comparable<TrancheId> {

    @Override
    public int compareTo(TrancheId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
