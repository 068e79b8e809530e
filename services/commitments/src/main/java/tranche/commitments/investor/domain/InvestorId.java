package tranche.commitments.investor.domain;

import java.util.UUID;

/** Names an investor. */
public record InvestorId(UUID value) implements Comparable<InvestorId> {

    @Override
    public int compareTo(InvestorId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
