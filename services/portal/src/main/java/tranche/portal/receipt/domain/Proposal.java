package tranche.portal.receipt.domain;

import java.util.UUID;
import tranche.values.money.Money;

/**
 * A line that a receipt may be for, which counts for nothing before a person says so (rule D-4).
 *
 * @param reference by which payers name the line
 * @param open what is open of the line
 * @param amount what of the receipt would settle it
 */
public record Proposal(UUID call, UUID line, UUID investor, String reference, Money open, Money amount, Rule rule) {

    /** Upon what it is proposed. */
    public enum Rule {
        REFERENCE,
        DEBTOR
    }

    /** How far a person may rely on it before looking further. */
    public enum Likelihood {
        /** The payer named the line and pays what is open of it. */
        VERY_LIKELY,
        /** The payer named the line, and pays another amount. */
        LIKELY,
        /** The payer named nothing: its account and the amount point to the line. */
        POSSIBLE
    }

    public Likelihood likelihood() {
        return switch (rule) {
            case REFERENCE -> settlesAll() ? Likelihood.VERY_LIKELY : Likelihood.LIKELY;
            case DEBTOR -> Likelihood.POSSIBLE;
        };
    }

    /** Whether nothing of the line would be left open. */
    public boolean settlesAll() {
        return amount.equals(open);
    }

    /** What would be left open. */
    public Money left() {
        return open.minus(amount);
    }
}
