package tranche.commitments.commitment.domain;

import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * What a fund's commitments come to, kept so that a decision need not add them up.
 *
 * @param accepted accepted, not closed
 * @param committed closed
 * @param called whether anything was ever called from them here
 */
public record Totals(Money accepted, Money committed, boolean called) {

    public static Totals none(Currency currency) {
        return new Totals(Money.zero(currency), Money.zero(currency), false);
    }

    /** What counts towards the cap: an accepted commitment closes without being asked again, so it counts too. */
    public Money towardsCap() {
        return accepted.plus(committed);
    }

    /** Whether a further amount can be added within the digits that an amount may have (rule D-10). */
    public boolean canHold(Money amount) {
        return accepted.value().add(committed.value()).add(amount.value()).precision() <= Money.PRECISION;
    }

    Totals accept(Money amount) {
        return new Totals(accepted.plus(amount), committed, called);
    }

    Totals cancelAccepted(Money amount) {
        return new Totals(accepted.minus(amount), committed, called);
    }

    Totals close(Money amount) {
        return new Totals(accepted.minus(amount), committed.plus(amount), called);
    }

    Totals amend(Money before, Money after) {
        return new Totals(accepted, committed.minus(before).plus(after), called);
    }

    Totals takeOn(Money amount) {
        return new Totals(accepted, committed.plus(amount), called);
    }
}
