package tranche.commitments.drawdown.domain;

import java.util.UUID;

/** Names a capital call. */
public record CallId(UUID value) implements Comparable<CallId> {

    @Override
    public int compareTo(CallId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
