package tranche.commitments.drawdown.domain;

import java.util.UUID;

/** Names money that came in. */
public record ReceiptId(UUID value) implements Comparable<ReceiptId> {

    @Override
    public int compareTo(ReceiptId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
