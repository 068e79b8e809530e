package tranche.portal.drawdown.domain;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tranche.portal.figure.domain.CallsToCome;
import tranche.portal.figure.domain.CallsToCome.Quarter;
import tranche.portal.raise.domain.Certainty;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** What an investor is to pay, from the first quarter with anything, now or as told before, to the last. */
public final class Outlook {

    private Outlook() {}

    /** One for each currency, by its code. */
    public static List<CallsToCome> of(List<Demand> demands, List<Forecast> forecasts) {
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

    /** Later quarters stand in the list of calls alone. */
    private static CallsToCome of(Currency currency, TreeMap<LocalDate, Sums> sums) {
        List<Quarter> quarters = new ArrayList<>();
        LocalDate first = sums.firstKey();
        while (!first.isAfter(sums.lastKey()) && quarters.size() < CallsToCome.MOST_QUARTERS) {
            quarters.add(sums.getOrDefault(first, new Sums(currency)).of(first));
            first = first.plusMonths(3);
        }
        Map<Certainty, Money> later = CallsToCome.nothing(currency);
        sums.tailMap(first)
                .values()
                .forEach(quarter ->
                        quarter.parts.forEach((certainty, amount) -> later.merge(certainty, amount, Money::plus)));
        return new CallsToCome(currency, quarters, later);
    }

    private static final class Sums {
        private final Map<Certainty, Money> parts;
        private Money before;

        Sums(Currency currency) {
            before = Money.zero(currency);
            parts = CallsToCome.nothing(currency);
        }

        void add(Certainty certainty, Money amount) {
            parts.merge(certainty, amount, Money::plus);
        }

        void addBefore(Money amount) {
            before = before.plus(amount);
        }

        /** What is demanded counts in both. */
        Quarter of(LocalDate first) {
            return new Quarter(first, parts, Optional.of(before));
        }
    }
}
