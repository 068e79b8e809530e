package tranche.portal.drawdown.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tranche.portal.drawdown.domain.Outlook;
import tranche.portal.drawdown.domain.Outlook.Quarter;
import tranche.portal.raise.domain.Certainty;
import tranche.portal.words.page.AmountUnit;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/** What is to be paid in a currency as columns, one for each quarter, and as a table. */
record OutlookChart(Outlook outlook, Words words) {

    HomeModel.Columns model() {
        String currency = outlook.currency().code();
        Money largest = outlook.largest();
        AmountUnit unit = words.money().unitOf(largest);
        return new HomeModel.Columns(
                words.say("home.outlook.in", "currency", currency),
                figure(unit),
                keys(),
                outlook.hasChanged(),
                Arrays.stream(Certainty.values()).map(this::name).toList(),
                outlook.quarters().stream().map(quarter -> row(quarter, unit)).toList(),
                Optional.of(outlook.later())
                        .filter(Money::isPositive)
                        .map(later -> words.say(
                                "home.outlook.later", "amount", words.money().brief(later))));
    }

    private String name(Certainty certainty) {
        return words.say("home.certainty." + certainty.code());
    }

    /** Only of what is there: a key to nothing misleads. */
    private List<HomeModel.Key> keys() {
        return Arrays.stream(Certainty.values())
                .filter(certainty -> outlook.quarters().stream()
                        .anyMatch(quarter -> quarter.part(certainty).isPositive()))
                .map(certainty -> new HomeModel.Key(look(certainty), name(certainty)))
                .toList();
    }

    private static String look(Certainty certainty) {
        return switch (certainty) {
            case ISSUED -> "f5";
            case UNLOCKED -> "f4";
            case ON_PLAN -> "f2";
            case AT_RISK -> BarFigure.HATCHED;
        };
    }

    private BarFigure figure(AmountUnit unit) {
        AmountScale scale = AmountScale.upTo(outlook.largest());
        List<BarFigure.Bar> bars = new ArrayList<>();
        for (Quarter quarter : outlook.quarters()) {
            bars.add(bar(quarter, bars.size() + 1, scale, unit));
        }
        Quarter next = outlook.quarters().stream()
                .filter(quarter -> quarter.total().isPositive())
                .findFirst()
                .orElseGet(() -> outlook.quarters().getFirst());
        return BarFigure.of(
                "outlook-" + outlook.currency().code(),
                words.texts()
                        .say(
                                "home.outlook.finding",
                                "quarter",
                                words.dates().quarterInFull(next.first()),
                                "amount",
                                words.money().brief(next.total()),
                                "count",
                                outlook.quarters().size()),
                Optional.empty(),
                scale,
                unit,
                bars,
                words);
    }

    private BarFigure.Bar bar(Quarter quarter, int place, AmountScale scale, AmountUnit unit) {
        List<BarFigure.Part> parts = new ArrayList<>();
        Money foot = Money.zero(outlook.currency());
        for (Certainty certainty : Certainty.values()) {
            Money part = quarter.part(certainty);
            if (part.isPositive()) {
                parts.add(BarFigure.part(
                        look(certainty),
                        foot,
                        foot.plus(part),
                        scale,
                        words.say(
                                "words.named",
                                "name",
                                name(certainty),
                                "value",
                                words.money().full(part))));
                foot = foot.plus(part);
            }
        }
        boolean same = quarter.before().equals(quarter.total());
        Optional<BarFigure.Part> outline = Optional.of(quarter.before())
                .filter(before -> !same && before.isPositive())
                .map(before -> BarFigure.part(
                        "before",
                        Money.zero(outlook.currency()),
                        before,
                        scale,
                        words.say(
                                "words.named",
                                "name",
                                words.say("home.outlook.before"),
                                "value",
                                words.money().full(before))));
        Money highest = quarter.total().compareTo(quarter.before()) >= 0 ? quarter.total() : quarter.before();
        return new BarFigure.Bar(
                BarFigure.x(place, outlook.quarters().size()),
                quarter.total().isZero() ? "" : words.money().bare(quarter.total(), unit),
                BarFigure.over(highest, scale),
                words.dates().quarter(quarter.first()),
                parts,
                outline);
    }

    private HomeModel.QuarterRow row(Quarter quarter, AmountUnit unit) {
        return new HomeModel.QuarterRow(
                words.dates().quarterInFull(quarter.first()),
                Arrays.stream(Certainty.values())
                        .map(certainty -> amount(quarter.part(certainty), unit))
                        .toList(),
                amount(quarter.total(), unit),
                amount(quarter.before(), unit));
    }

    private HomeModel.Amount amount(Money amount, AmountUnit unit) {
        return new HomeModel.Amount(words.money().inColumn(amount, unit), amount.plain());
    }
}
