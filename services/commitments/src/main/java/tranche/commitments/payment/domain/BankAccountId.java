package tranche.commitments.payment.domain;

import java.util.UUID;

/** Names a bank account of a fund. */
public record BankAccountId(UUID value) implements Comparable<BankAccountId> {

    @Override
    public int compareTo(BankAccountId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
