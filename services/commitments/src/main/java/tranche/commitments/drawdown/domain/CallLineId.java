package tranche.commitments.drawdown.domain;

import java.util.UUID;

/** Names one investor's line of a capital call. */
public record CallLineId(UUID value) implements Comparable<CallLineId> {

    @Override
    public int compareTo(CallLineId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
