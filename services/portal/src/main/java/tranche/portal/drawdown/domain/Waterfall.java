package tranche.portal.drawdown.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * From the forecast of a year as it was told before to that which is told now, reason by reason: the steps add up to the
 * difference to the minor unit (rule D-34).
 *
 * @param steps the largest first, none of them nothing
 * @param otherYears by how much each other year differs, where it does
 */
public record Waterfall(
        Currency currency, int year, Money before, Money after, List<Step> steps, Map<Integer, Money> otherYears) {

    /** Reasons that have a bar of their own. */
    public static final int MOST_BARS = 6;

    private static final Comparator<Step> LARGEST_FIRST =
            Comparator.comparing(Step::size).reversed();

    /** By how much a reason raises what is to be paid in the year; below zero, lowers it. */
    public record Step(ForecastReason reason, Money amount) {

        private Money size() {
            return amount.isNegative() ? amount.negated() : amount;
        }
    }

    public Waterfall {
        steps = List.copyOf(steps);
        otherYears = Map.copyOf(otherYears);
    }

    /** One for each currency of which a year differs, of the first year that does; by the currency's code. */
    public static List<Waterfall> of(List<Forecast> forecasts) {
        List<ForecastReason> reasons = ForecastReason.of(forecasts);
        List<Waterfall> falls = new ArrayList<>();
        for (Currency currency : currencies(forecasts)) {
            List<Forecast> own = forecasts.stream()
                    .filter(forecast ->
                            !forecast.called() && forecast.currency().equals(currency))
                    .toList();
            TreeMap<Integer, Money> differences = new TreeMap<>();
            for (int year : years(own)) {
                Money difference = sum(own, currency, year, Side.NOW).minus(sum(own, currency, year, Side.BEFORE));
                if (!difference.isZero() || !steps(reasons, currency, year).isEmpty()) {
                    differences.put(year, difference);
                }
            }
            if (!differences.isEmpty()) {
                int year = differences.firstKey();
                differences.remove(year);
                differences.values().removeIf(Money::isZero);
                falls.add(new Waterfall(
                        currency,
                        year,
                        sum(own, currency, year, Side.BEFORE),
                        sum(own, currency, year, Side.NOW),
                        steps(reasons, currency, year),
                        differences));
            }
        }
        return falls;
    }

    private enum Side {
        BEFORE,
        NOW;

        Optional<Forecast.Share> of(Forecast forecast) {
            return this == BEFORE ? forecast.before() : forecast.expected();
        }
    }

    private static TreeSet<Currency> currencies(List<Forecast> forecasts) {
        TreeSet<Currency> currencies = new TreeSet<>();
        forecasts.forEach(forecast -> currencies.add(forecast.currency()));
        return currencies;
    }

    private static TreeSet<Integer> years(List<Forecast> forecasts) {
        TreeSet<Integer> years = new TreeSet<>();
        for (Forecast forecast : forecasts) {
            for (Side side : Side.values()) {
                side.of(forecast).ifPresent(share -> years.add(share.due().getYear()));
            }
        }
        return years;
    }

    private static Money sum(List<Forecast> forecasts, Currency currency, int year, Side side) {
        return forecasts.stream()
                .flatMap(forecast -> side.of(forecast).stream())
                .filter(share -> share.due().getYear() == year
                        && share.amount().currency().equals(currency))
                .map(Forecast.Share::amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    private static List<Step> steps(List<ForecastReason> reasons, Currency currency, int year) {
        return reasons.stream()
                .map(reason -> new Step(
                        reason,
                        sum(reason.forecasts(), currency, year, Side.NOW)
                                .minus(sum(reason.forecasts(), currency, year, Side.BEFORE))))
                .filter(step -> !step.amount().isZero())
                .sorted(LARGEST_FIRST)
                .toList();
    }

    /** By how much the year differs. */
    public Money difference() {
        return after.minus(before);
    }

    /** The steps that have a bar of their own. */
    public List<Step> bars() {
        return steps.subList(0, Math.min(MOST_BARS, steps.size()));
    }

    /** The steps that share the last bar; none where each has its own. */
    public List<Step> others() {
        return steps.subList(bars().size(), steps.size());
    }

    /** What the others come to. */
    public Money ofOthers() {
        return others().stream().map(Step::amount).reduce(Money.zero(currency), Money::plus);
    }
}
