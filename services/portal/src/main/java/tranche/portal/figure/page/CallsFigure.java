package tranche.portal.figure.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tranche.portal.figure.domain.CallsToCome;
import tranche.portal.figure.domain.CallsToCome.Quarter;
import tranche.portal.raise.domain.Certainty;
import tranche.portal.words.page.AmountUnit;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/**
 * Calls to come as columns, one for each quarter, the surest below, and as a table ({@code figure/calls.jte}).
 *
 * @param caption the currency and the unit in which the figures are
 * @param keys of the looks that the figure has
 * @param outlined whether a quarter was told otherwise before
 * @param heads of the table: how sure a call is
 * @param before whether the table tells what was told before
 * @param later what is to come after the last quarter, in words; empty where nothing is
 * @param rows the quarters and, where something is to come after them, one row for that
 */
public record CallsFigure(
        String caption,
        BarFigure figure,
        List<Key> keys,
        boolean outlined,
        List<String> heads,
        boolean before,
        List<Row> rows,
        Optional<String> later) {

    public CallsFigure {
        keys = List.copyOf(keys);
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /** A look of the figure and what it means. */
    public record Key(String look, String name) {

        /** Whether it is drawn in lines. */
        public boolean hatched() {
            return look.equals(BarFigure.HATCHED);
        }
    }

    /** A quarter as a row of the table: of each certainty, of all, and as it was told before. */
    public record Row(String quarter, List<Amount> parts, Amount total, Optional<Amount> before) {}

    /** An amount to the cent, and as a plain decimal for machines. */
    public record Amount(String text, String exact) {}

    /** How sure a call is, in a word. */
    public static String name(Certainty certainty, Words words) {
        return words.say("figure.certainty." + certainty.code());
    }

    public static CallsFigure of(CallsToCome calls, Words words) {
        AmountUnit unit = words.money().unitOf(calls.largest());
        List<Certainty> all = Arrays.asList(Certainty.values());
        List<Row> rows = new ArrayList<>();
        calls.quarters()
                .forEach(quarter -> rows.add(
                        row(words.dates().quarterInFull(quarter.first()), quarter.parts(), quarter.before(), words)));
        Money later = CallsToCome.sum(calls.later());
        if (later.isPositive()) {
            rows.add(row(words.say("figure.afterwards"), calls.later(), Optional.empty(), words));
        }
        return new CallsFigure(
                words.say(
                        "figure.caption",
                        "unit",
                        unit.name(),
                        "currency",
                        calls.currency().code()),
                new Columns(calls, unit, words).figure(),
                all.stream()
                        .filter(certainty -> calls.quarters().stream()
                                .anyMatch(quarter -> quarter.part(certainty).isPositive()))
                        .map(certainty -> new Key(Columns.look(certainty), name(certainty, words)))
                        .toList(),
                calls.hasChanged(),
                all.stream().map(certainty -> name(certainty, words)).toList(),
                calls.tellsBefore(),
                rows,
                Optional.of(later)
                        .filter(Money::isPositive)
                        .map(amount -> words.say(
                                "figure.later", "amount", words.money().brief(amount))));
    }

    private static Row row(String name, Map<Certainty, Money> parts, Optional<Money> before, Words words) {
        return new Row(
                name,
                Arrays.stream(Certainty.values())
                        .map(certainty -> amount(Objects.requireNonNull(parts.get(certainty)), words))
                        .toList(),
                amount(CallsToCome.sum(parts), words),
                before.map(told -> amount(told, words)));
    }

    private static Amount amount(Money amount, Words words) {
        return new Amount(words.money().full(amount), amount.plain());
    }

    /** The columns themselves. */
    private record Columns(CallsToCome calls, AmountUnit unit, Words words) {

        static String look(Certainty certainty) {
            return switch (certainty) {
                case ISSUED -> "f5";
                case UNLOCKED -> "f4";
                case ON_PLAN -> "f2";
                case AT_RISK -> BarFigure.HATCHED;
            };
        }

        BarFigure figure() {
            AmountScale scale = AmountScale.upTo(calls.largest());
            List<BarFigure.Bar> bars = new ArrayList<>();
            for (Quarter quarter : calls.quarters()) {
                bars.add(bar(quarter, bars.size() + 1, scale));
            }
            Quarter next = calls.quarters().stream()
                    .filter(quarter -> quarter.total().isPositive())
                    .findFirst()
                    .orElseGet(() -> calls.quarters().getFirst());
            String finding = words.texts()
                    .say(
                            "figure.finding",
                            Map.of(
                                    "total", words.money().brief(calls.total()),
                                    "amount", words.money().brief(next.total()),
                                    "quarter", words.dates().quarterInFull(next.first()),
                                    "highest", words.money().brief(calls.highest())));
            return BarFigure.of(
                    "calls-" + calls.currency().code(), finding, Optional.empty(), scale, unit, bars, words);
        }

        private BarFigure.Bar bar(Quarter quarter, int place, AmountScale scale) {
            List<BarFigure.Part> parts = new ArrayList<>();
            Money zero = Money.zero(calls.currency());
            Money foot = zero;
            for (Certainty certainty : Certainty.values()) {
                Money part = quarter.part(certainty);
                if (part.isPositive()) {
                    parts.add(BarFigure.part(
                            look(certainty), foot, foot.plus(part), scale, named(name(certainty, words), part)));
                    foot = foot.plus(part);
                }
            }
            Optional<BarFigure.Part> outline = quarter.before()
                    .filter(before -> quarter.hasChanged() && before.isPositive())
                    .map(before ->
                            BarFigure.part("before", zero, before, scale, named(words.say("figure.before"), before)));
            Money before = quarter.before().orElse(zero);
            return new BarFigure.Bar(
                    BarFigure.x(place, calls.quarters().size()),
                    quarter.total().isZero() ? "" : words.money().bare(quarter.total(), unit),
                    BarFigure.over(quarter.total().compareTo(before) >= 0 ? quarter.total() : before, scale),
                    words.dates().quarter(quarter.first()),
                    parts,
                    outline);
        }

        private String named(String name, Money amount) {
            return words.say("words.named", "name", name, "value", words.money().full(amount));
        }
    }
}
