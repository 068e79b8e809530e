package tranche.portal.drawdown.domain;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import tranche.portal.raise.domain.Certainty;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * What is to be paid in one currency, quarter by quarter and by how certain it is; currencies are never added (rule D-14).
 *
 * @param quarters from the first with anything, now or as told before, to the last; also those between in which nothing is
 * @param later what is to be expected after the last of them
 */
public record Outlook(Currency currency, List<Quarter> quarters, Money later) {

    /** Two years: later quarters stand in the list of calls alone, for a figure of them all would show nothing. */
    private static final int MOST_QUARTERS = 8;

    /**
     * A quarter by its first day.
     *
     * @param parts of every certainty, also those of which nothing is
     * @param before what was to be paid in it as the forecast was told before; what is demanded counts in both
     */
    public record Quarter(LocalDate first, Map<Certainty, Money> parts, Money before) {

        public Quarter {
            parts = Map.copyOf(parts);
        }

        public Money total() {
            return parts.values().stream().reduce(Money::plus).orElseThrow();
        }

        public Money part(Certainty certainty) {
            return Objects.requireNonNull(parts.get(certainty));
        }
    }

    public Outlook {
        quarters = List.copyOf(quarters);
    }

    /** One for each currency, by its code. */
    public static List<Outlook> of(List<Demand> demands, List<Forecast> forecasts) {
        Map<Currency, TreeMap<LocalDate, Sums>> byCurrency = new TreeMap<>();
        for (Demand demand : demands) {
            Sums sums = sums(byCurrency, demand.call().due(), demand.line().open());
            sums.add(Certainty.ISSUED, demand.line().open());
            sums.addBefore(demand.line().open());
        }
        for (Forecast forecast : forecasts) {
            if (!forecast.called()) {
                forecast.expected()
                        .ifPresent(share -> sums(byCurrency, share.due(), share.amount())
                                .add(forecast.certainty(), share.amount()));
                forecast.before()
                        .ifPresent(share ->
                                sums(byCurrency, share.due(), share.amount()).addBefore(share.amount()));
            }
        }
        return byCurrency.entrySet().stream()
                .map(one -> of(one.getKey(), one.getValue()))
                .toList();
    }

    private static Sums sums(Map<Currency, TreeMap<LocalDate, Sums>> byCurrency, LocalDate due, Money amount) {
        return byCurrency
                .computeIfAbsent(amount.currency(), _ -> new TreeMap<>())
                .computeIfAbsent(due.with(IsoFields.DAY_OF_QUARTER, 1), _ -> new Sums(amount.currency()));
    }

    private static Outlook of(Currency currency, TreeMap<LocalDate, Sums> sums) {
        List<Quarter> quarters = new ArrayList<>();
        LocalDate first = sums.firstKey();
        while (!first.isAfter(sums.lastKey()) && quarters.size() < MOST_QUARTERS) {
            quarters.add(sums.getOrDefault(first, new Sums(currency)).of(first));
            first = first.plusMonths(3);
        }
        Money later = sums.tailMap(first).entrySet().stream()
                .map(one -> one.getValue().of(one.getKey()).total())
                .reduce(Money.zero(currency), Money::plus);
        return new Outlook(currency, quarters, later);
    }

    /** The largest amount of a quarter, now or before. */
    public Money largest() {
        return quarters.stream()
                .flatMap(quarter -> Stream.of(quarter.total(), quarter.before()))
                .reduce(Money.zero(currency), (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }

    /** Whether any quarter was told otherwise before. */
    public boolean hasChanged() {
        return quarters.stream().anyMatch(quarter -> !quarter.total().equals(quarter.before()));
    }

    private static final class Sums {
        private final Map<Certainty, Money> parts = new EnumMap<>(Certainty.class);
        private Money before;

        Sums(Currency currency) {
            before = Money.zero(currency);
            for (Certainty certainty : Certainty.values()) {
                parts.put(certainty, before);
            }
        }

        void add(Certainty certainty, Money amount) {
            parts.merge(certainty, amount, Money::plus);
        }

        void addBefore(Money amount) {
            before = before.plus(amount);
        }

        Quarter of(LocalDate first) {
            return new Quarter(first, parts, before);
        }
    }
}
