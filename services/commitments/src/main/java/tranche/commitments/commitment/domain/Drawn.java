package tranche.commitments.commitment.domain;

import java.util.function.Function;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * What has happened to a commitment's money so far, all cumulative, from zero, and in the commitment's currency.
 *
 * @param called demanded by capital calls
 * @param paid of what was called
 * @param restored given back and callable again
 * @param distributed paid out to the investor
 */
public record Drawn(Money called, Money paid, Money restored, Money distributed) {

    public static Drawn nothing(Currency currency) {
        Money zero = Money.zero(currency);
        return new Drawn(zero, zero, zero, zero);
    }

    /** Whether every amount is in the currency. */
    public boolean isIn(Currency currency) {
        return called.currency().equals(currency)
                && paid.currency().equals(currency)
                && restored.currency().equals(currency)
                && distributed.currency().equals(currency);
    }

    public boolean isWholeMinorUnits() {
        return called.isWholeMinorUnits()
                && paid.isWholeMinorUnits()
                && restored.isWholeMinorUnits()
                && distributed.isWholeMinorUnits();
    }

    public boolean hasNegative() {
        return called.isNegative() || paid.isNegative() || restored.isNegative() || distributed.isNegative();
    }

    /** Each amount changed in the same way. */
    Drawn each(Function<Money, Money> change) {
        return new Drawn(change.apply(called), change.apply(paid), change.apply(restored), change.apply(distributed));
    }

    /** What of a commitment can still be called: never negative in a commitment that was let in (invariant I-5). */
    public Money uncalledOf(Money amount) {
        return amount.minus(called).plus(restored);
    }

    /** Called and not yet paid. */
    public Money calledUnpaid() {
        return called.minus(paid);
    }

    /** Paid, net of what was given back and can be called again. */
    public Money paidNetOfRestored() {
        return paid.minus(restored);
    }
}
