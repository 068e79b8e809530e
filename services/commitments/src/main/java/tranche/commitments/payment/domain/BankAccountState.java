package tranche.commitments.payment.domain;

import java.util.List;

/**
 * How far an account has come. Whether payers are told it follows from its instant and those of the others; that a proposal
 * has lapsed follows from its own, and is in no row.
 */
public enum BankAccountState {
    PROPOSED,
    ACTIVE,
    LAPSED;

    /** The commands that the state admits. */
    public List<String> allowed() {
        return this == PROPOSED ? List.of("approval") : List.of();
    }
}
