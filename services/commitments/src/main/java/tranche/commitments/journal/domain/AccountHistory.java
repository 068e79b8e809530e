package tranche.commitments.journal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * All that was ever posted to an account, or to one investor's part of it, in one currency.
 *
 * @param movements in any order; their amounts are all of the currency
 */
public record AccountHistory(Currency currency, List<Movement> movements) {

    /**
     * One posting with its two times.
     *
     * @param amount a debit is positive
     */
    public record Movement(LocalDate validDate, Instant recordedAt, Money amount) {}

    public AccountHistory {
        movements = List.copyOf(movements);
    }

    /** The balance on a day as it was known at an instant: the sum of what was posted by then (invariant I-3). */
    public Money balance(AsOf asOf) {
        return movements.stream()
                .filter(movement -> asOf.covers(movement.validDate(), movement.recordedAt()))
                .map(Movement::amount)
                .reduce(Money.zero(currency), Money::plus);
    }
}
