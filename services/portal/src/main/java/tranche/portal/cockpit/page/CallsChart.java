package tranche.portal.cockpit.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tranche.portal.raise.domain.Certainty;
import tranche.portal.raise.domain.Expectation;
import tranche.portal.words.page.AmountUnit;
import tranche.portal.words.page.Words;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * Calls to come in one currency, as stacked columns of eight quarters and as a table ({@code cockpit/calls.jte}). The lines of
 * the axis begin at nothing.
 *
 * @param caption the currency and the unit in which the figures are
 * @param finding the chart in a sentence, for those who do not see it
 * @param later what is to come after the last quarter; empty where nothing is
 * @param rows the quarters and, where something is to come after them, one row for that
 */
public record CallsChart(
        String currency,
        String caption,
        List<Tick> ticks,
        List<Column> columns,
        String finding,
        Optional<String> later,
        List<Row> rows) {

    private static final int QUARTERS = 8;
    private static final int MONTHS = 3;
    private static final int TOP = 26;
    private static final int PLOT = 180;

    /** As many lines as an axis of this height carries. */
    private static final int MOST_TICKS = 5;

    /** Of the width, to the left of the first column for the figures of the axis, and of a column within its place. */
    private static final BigDecimal LEFT = BigDecimal.valueOf(9);

    private static final BigDecimal PLACE = BigDecimal.valueOf(11.3);
    private static final BigDecimal WIDTH = BigDecimal.valueOf(7.6);

    private static final List<BigDecimal> STEPS =
            List.of(BigDecimal.ONE, BigDecimal.TWO, BigDecimal.valueOf(5), BigDecimal.TEN);

    /** A line of the axis. */
    public record Tick(int y, String name) {}

    /** A quarter. */
    public record Column(
            String x, String width, String middle, String name, int top, Optional<String> total, List<Part> parts) {

        /** The first part of its name: both do not fit side by side on a phone. */
        public String quarter() {
            return name.substring(0, name.indexOf('\u00A0'));
        }

        /** The last part of its name. */
        public String year() {
            return name.substring(name.indexOf('\u00A0') + 1);
        }
    }

    /** What of a quarter is equally sure. */
    public record Part(String look, int y, int height, String title) {}

    /** The same as a row of the table. */
    public record Row(String quarter, List<Cell> cells, Cell total) {}

    /** An amount, exactly and as it is read. */
    public record Cell(String exact, String amount) {}

    /** One for each currency, the headline currency first; none where nothing is to come. */
    static List<CallsChart> of(List<Expectation> expectations, Currency headline, LocalDate today, Words words) {
        TreeSet<Currency> currencies = new TreeSet<>();
        expectations.forEach(one -> currencies.add(one.amount().currency()));
        List<Currency> ordered = new ArrayList<>(currencies);
        if (ordered.remove(headline)) {
            ordered.addFirst(headline);
        }
        LocalDate first = today.with(IsoFields.DAY_OF_QUARTER, 1);
        return ordered.stream()
                .map(currency -> chart(
                        expectations.stream()
                                .filter(one -> one.amount().currency().equals(currency))
                                .toList(),
                        currency,
                        first,
                        words))
                .toList();
    }

    private static CallsChart chart(List<Expectation> all, Currency currency, LocalDate first, Words words) {
        Map<LocalDate, Map<Certainty, Money>> quarters = new TreeMap<>();
        IntStream.range(0, QUARTERS)
                .forEach(
                        place -> quarters.put(first.plusMonths((long) MONTHS * place), new EnumMap<>(Certainty.class)));
        Map<Certainty, Money> afterwards = new EnumMap<>(Certainty.class);
        for (Expectation one : all) {
            quarters.getOrDefault(one.quarter(), afterwards).merge(one.certainty(), one.amount(), Money::plus);
        }
        Money later = sum(afterwards, currency);
        Money highest = quarters.values().stream()
                .map(parts -> sum(parts, currency))
                .max(Money::compareTo)
                .orElseThrow();
        AmountUnit unit = words.money().unitOf(highest);
        BigDecimal step = step(highest.value());
        int lines = step.signum() == 0
                ? 0
                : highest.value().divide(step, 0, RoundingMode.CEILING).intValueExact();
        BigDecimal scale = step.signum() == 0 ? BigDecimal.ONE : step.multiply(BigDecimal.valueOf(lines));
        List<Column> columns = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        int place = 0;
        for (Map.Entry<LocalDate, Map<Certainty, Money>> quarter : quarters.entrySet()) {
            columns.add(column(place++, quarter.getKey(), quarter.getValue(), currency, unit, scale, words));
            rows.add(row(words.dates().quarterInFull(quarter.getKey()), quarter.getValue(), currency, words));
        }
        if (!later.isZero()) {
            rows.add(row(words.say("overview.calls.afterwards"), afterwards, currency, words));
        }
        Money total = all.stream().map(Expectation::amount).reduce(Money.zero(currency), Money::plus);
        return new CallsChart(
                currency.code(),
                words.say("overview.calls.in", "unit", unit.name(), "currency", currency.code()),
                IntStream.rangeClosed(0, lines)
                        .mapToObj(line -> {
                            BigDecimal value = step.multiply(BigDecimal.valueOf(line));
                            return new Tick(y(value, scale), words.money().brief(new Money(currency, value), unit));
                        })
                        .toList(),
                columns,
                words.say(
                        "overview.calls.finding",
                        "total",
                        words.money().brief(total),
                        "highest",
                        words.money().brief(highest)),
                later.isZero() ? Optional.empty() : Optional.of(words.money().brief(later)),
                rows);
    }

    private static Money sum(Map<Certainty, Money> parts, Currency currency) {
        return parts.values().stream().reduce(Money.zero(currency), Money::plus);
    }

    /** The least round number of which few enough reach the highest. */
    private static BigDecimal step(BigDecimal highest) {
        if (highest.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal raw = highest.divide(BigDecimal.valueOf(MOST_TICKS), MathContext.DECIMAL64);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(raw.precision() - raw.scale() - 1);
        return STEPS.stream()
                .map(power::multiply)
                .filter(step -> step.compareTo(raw) >= 0)
                .findFirst()
                .orElseThrow();
    }

    private static int y(BigDecimal value, BigDecimal scale) {
        return TOP
                + PLOT
                - value.multiply(BigDecimal.valueOf(PLOT))
                        .divide(scale, 0, RoundingMode.HALF_UP)
                        .intValueExact();
    }

    private static Column column(
            int place,
            LocalDate quarter,
            Map<Certainty, Money> amounts,
            Currency currency,
            AmountUnit unit,
            BigDecimal scale,
            Words words) {
        BigDecimal x = LEFT.add(PLACE.multiply(BigDecimal.valueOf(place)));
        List<Part> parts = new ArrayList<>();
        Money reached = Money.zero(currency);
        for (Map.Entry<Certainty, Money> one : amounts.entrySet()) {
            int bottom = y(reached.value(), scale);
            reached = reached.plus(one.getValue());
            int top = y(reached.value(), scale);
            parts.add(new Part(
                    one.getKey().code(),
                    top,
                    Math.max(bottom - top, 1),
                    words.say(
                            "overview.calls.part",
                            "certainty",
                            words.say("overview.calls." + one.getKey().code()),
                            "amount",
                            words.money().brief(one.getValue()))));
        }
        return new Column(
                percent(x),
                percent(WIDTH),
                percent(x.add(WIDTH.divide(BigDecimal.TWO))),
                words.dates().quarter(quarter),
                y(reached.value(), scale) - 6,
                reached.isZero() ? Optional.empty() : Optional.of(words.money().bare(reached, unit)),
                parts);
    }

    private static String percent(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString() + "%";
    }

    private static Row row(String name, Map<Certainty, Money> amounts, Currency currency, Words words) {
        List<Cell> cells = new ArrayList<>();
        for (Certainty certainty : Certainty.values()) {
            cells.add(cell(amounts.getOrDefault(certainty, Money.zero(currency)), words));
        }
        return new Row(name, cells, cell(sum(amounts, currency), words));
    }

    private static Cell cell(Money amount, Words words) {
        return new Cell(amount.plain(), words.money().full(amount));
    }
}
