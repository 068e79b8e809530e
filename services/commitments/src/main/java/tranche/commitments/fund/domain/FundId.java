package tranche.commitments.fund.domain;

import java.util.UUID;

/** Names a fund; it is also the ordering key of all that belongs to the fund. */
public record FundId(UUID value) implements Comparable<FundId> {

    @Override
    public int compareTo(FundId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
