package tranche.portal.drawdown.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tranche.portal.drawdown.domain.Waterfall;
import tranche.portal.drawdown.domain.Waterfall.Step;
import tranche.portal.figure.page.AmountScale;
import tranche.portal.figure.page.BarFigure;
import tranche.portal.words.page.AmountUnit;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/** Why the forecast of a year changed, as a waterfall and as a table. */
record WaterfallChart(Waterfall fall, ReasonWords reasons, Words words) {

    HomeModel.Fall model() {
        AmountUnit unit = words.money().unitOf(largest());
        return new HomeModel.Fall(
                words.say(
                        "home.fall",
                        "year",
                        year(fall.year()),
                        "currency",
                        fall.currency().code()),
                figure(unit),
                rows(unit),
                new TreeMap<>(fall.otherYears())
                        .entrySet().stream().map(this::otherYear).toList(),
                IntStream.range(0, fall.bars().size())
                        .mapToObj(place -> reason(fall.bars().get(place), Optional.of(place + 1)))
                        .toList(),
                Optional.of(fall.others()).filter(others -> !others.isEmpty()).map(this::rest));
    }

    private HomeModel.Reason reason(Step step, Optional<Integer> number) {
        return reasons.reason(step.reason(), number, Optional.of(step.amount()));
    }

    private HomeModel.Rest rest(List<Step> others) {
        return new HomeModel.Rest(
                Integer.toString(fall.bars().size() + 1),
                words.say("home.reason.others", "count", others.size()),
                reasons.signed(fall.ofOthers()),
                others.stream().map(step -> reason(step, Optional.empty())).toList());
    }

    private static String year(int year) {
        return Integer.toString(year);
    }

    private String otherYear(Map.Entry<Integer, Money> other) {
        return words.texts()
                .say(
                        "home.fall.other",
                        "year",
                        year(other.getKey()),
                        "way",
                        other.getValue().isNegative() ? "down" : "up",
                        "sum",
                        words.money().brief(absolute(other.getValue())));
    }

    private static Money absolute(Money money) {
        return money.isNegative() ? money.negated() : money;
    }

    /** The amounts between which the bars stand, from before to after. */
    private List<Money> levels() {
        List<Money> levels = new ArrayList<>();
        Money level = fall.before();
        levels.add(level);
        for (Step step : fall.bars()) {
            level = level.plus(step.amount());
            levels.add(level);
        }
        levels.add(fall.after());
        return levels;
    }

    private Money largest() {
        return levels().stream().max(Money::compareTo).orElseThrow();
    }

    private BarFigure figure(AmountUnit unit) {
        AmountScale scale =
                AmountScale.around(levels().stream().min(Money::compareTo).orElseThrow(), largest());
        Money zero = Money.zero(fall.currency());
        int all = fall.bars().size() + (fall.others().isEmpty() ? 2 : 3);
        List<BarFigure.Bar> bars = new ArrayList<>();
        bars.add(bar(1, all, "told", zero, fall.before(), words.say("home.fall.before"), unit, scale, false));
        Money level = fall.before();
        for (Step step : fall.bars()) {
            bars.add(step(bars.size() + 1, all, level, step.amount(), bars.size(), unit, scale));
            level = level.plus(step.amount());
        }
        if (!fall.others().isEmpty()) {
            bars.add(step(bars.size() + 1, all, level, fall.ofOthers(), bars.size(), unit, scale));
        }
        bars.add(bar(all, all, "f5", zero, fall.after(), words.say("home.fall.after"), unit, scale, false));
        return BarFigure.of("fall-" + fall.currency().code(), finding(), note(scale), scale, unit, bars, words);
    }

    private BarFigure.Bar step(
            int place, int all, Money level, Money amount, int number, AmountUnit unit, AmountScale scale) {
        String look = amount.isNegative() ? BarFigure.HATCHED : "f4";
        return bar(place, all, look, level, level.plus(amount), Integer.toString(number), unit, scale, true);
    }

    private BarFigure.Bar bar(
            int place,
            int all,
            String look,
            Money from,
            Money to,
            String under,
            AmountUnit unit,
            AmountScale scale,
            boolean change) {
        Money shown = change ? to.minus(from) : to;
        String text = (change && shown.isPositive() ? "+" : "") + words.money().bare(shown, unit);
        return new BarFigure.Bar(
                BarFigure.x(place, all),
                text,
                BarFigure.over(from.compareTo(to) >= 0 ? from : to, scale),
                under,
                List.of(BarFigure.part(
                        look,
                        from,
                        to,
                        scale,
                        words.say(
                                "words.named",
                                "name",
                                under,
                                "value",
                                words.money().full(shown)))),
                Optional.empty());
    }

    private Optional<String> note(AmountScale scale) {
        return scale.startsAboveNothing()
                ? Optional.of(words.say(
                        "home.fall.axis",
                        "amount",
                        words.money().brief(scale.lines().getFirst().amount())))
                : Optional.empty();
    }

    private String finding() {
        return words.texts()
                .say(
                        "home.fall.finding",
                        Map.of(
                                "year",
                                year(fall.year()),
                                "before",
                                words.money().brief(fall.before()),
                                "after",
                                words.money().brief(fall.after())));
    }

    private List<HomeModel.FallRow> rows(AmountUnit unit) {
        List<HomeModel.FallRow> rows = new ArrayList<>();
        rows.add(row(words.say("home.fall.before"), fall.before(), unit, false));
        fall.steps().forEach(step -> rows.add(row(reasons.name(step.reason()), step.amount(), unit, true)));
        rows.add(row(words.say("home.fall.after"), fall.after(), unit, false));
        return rows;
    }

    private HomeModel.FallRow row(String name, Money amount, AmountUnit unit, boolean change) {
        String sign = change && amount.isPositive() ? "+" : "";
        return new HomeModel.FallRow(
                name, new HomeModel.Amount(sign + words.money().inColumn(amount, unit), amount.plain()));
    }
}
