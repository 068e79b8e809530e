package tranche.portal.drawdown.domain;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tranche.portal.drawdown.domain.Forecast.Share;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * What is to be paid in one currency, quarter by quarter; currencies are never added (rule D-14).
 *
 * @param quarters from the first with anything to the last, also those between in which nothing is
 */
public record Outlook(Currency currency, List<Quarter> quarters) {

    /** Later quarters stand in the table alone: a figure of them all would show nothing. */
    private static final int MOST_QUARTERS = 16;

    /** A quarter by its first day. */
    public record Quarter(LocalDate first, Money amount) {}

    public Outlook {
        quarters = List.copyOf(quarters);
    }

    /** One for each currency, by its code. */
    public static List<Outlook> of(List<Share> shares) {
        Map<Currency, TreeMap<LocalDate, Money>> sums = new TreeMap<>();
        for (Share share : shares) {
            sums.computeIfAbsent(share.amount().currency(), _ -> new TreeMap<>())
                    .merge(firstOfQuarter(share.due()), share.amount(), Money::plus);
        }
        return sums.entrySet().stream()
                .map(one -> new Outlook(one.getKey(), filled(one.getKey(), one.getValue())))
                .toList();
    }

    private static List<Quarter> filled(Currency currency, TreeMap<LocalDate, Money> sums) {
        List<Quarter> quarters = new ArrayList<>();
        LocalDate last = sums.lastKey();
        for (LocalDate first = sums.firstKey();
                !first.isAfter(last) && quarters.size() < MOST_QUARTERS;
                first = first.plusMonths(3)) {
            quarters.add(new Quarter(first, sums.getOrDefault(first, Money.zero(currency))));
        }
        return quarters;
    }

    private static LocalDate firstOfQuarter(LocalDate day) {
        return day.with(IsoFields.DAY_OF_QUARTER, 1);
    }

    /** The largest amount of a quarter. */
    public Money largest() {
        return quarters.stream()
                .map(Quarter::amount)
                .reduce(Money.zero(currency), (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }
}
