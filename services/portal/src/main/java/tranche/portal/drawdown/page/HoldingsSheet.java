package tranche.portal.drawdown.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tranche.portal.drawdown.domain.Demand;
import tranche.portal.drawdown.domain.Forecast;
import tranche.portal.drawdown.page.HomeModel.Figure;
import tranche.portal.drawdown.page.HomeModel.Figures;
import tranche.portal.drawdown.page.HomeModel.Holding;
import tranche.portal.figure.page.CallsFigure;
import tranche.portal.raise.domain.Certainty;
import tranche.portal.raise.domain.Positions.Position;
import tranche.portal.words.page.Share;
import tranche.portal.words.page.Words;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * What an investor holds, and how its home says it: in sums, and commitment by commitment.
 *
 * @param open what is still to be paid
 */
record HoldingsSheet(List<Position> positions, List<Demand> open, List<Forecast> forecasts, ReasonWords reasons) {

    /** One line of figures for each currency, by its code: currencies are never added (rule D-14). */
    List<Figures> figures(Words words) {
        Map<Currency, List<Position>> byCurrency = positions.stream()
                .collect(Collectors.groupingBy(
                        position -> position.committed().currency(), TreeMap::new, Collectors.toList()));
        return byCurrency.entrySet().stream()
                .map(one -> figures(one.getKey(), one.getValue(), words))
                .toList();
    }

    private Figures figures(Currency currency, List<Position> held, Words words) {
        Money committed = sum(currency, held, Position::committed);
        Money paid = sum(currency, held, Position::paid);
        Money due = open.stream()
                .map(demand -> demand.line().open())
                .filter(amount -> amount.currency().equals(currency))
                .reduce(Money.zero(currency), Money::plus);
        return new Figures(
                words.say("home.figures", "currency", currency.code()),
                List.of(
                        figure(
                                "committed",
                                committed,
                                words.say("home.figure.committed.context", "count", held.size()),
                                words),
                        figure(
                                "paid",
                                paid,
                                words.say(
                                        "home.figure.paid.context",
                                        "share",
                                        words.money().percent(Share.of(paid, committed))),
                                words),
                        figure(
                                "uncalled",
                                sum(currency, held, Position::uncalled),
                                words.say(
                                        "home.figure.uncalled.context",
                                        "open",
                                        due.isZero() ? "none" : words.money().brief(due)),
                                words),
                        figure(
                                "built",
                                sum(currency, held, Position::built),
                                words.say("home.figure.built.context"),
                                words)));
    }

    private static Money sum(Currency currency, List<Position> held, Function<Position, Money> amount) {
        return held.stream().map(amount).reduce(Money.zero(currency), Money::plus);
    }

    private static Figure figure(String name, Money amount, String context, Words words) {
        return new Figure(words.say("home.figure." + name), brief(amount, words), context);
    }

    List<Holding> commitments(Words words) {
        return positions.stream().map(position -> holding(position, words)).toList();
    }

    private Holding holding(Position position, Words words) {
        Optional<Forecast> next = forecasts.stream()
                .filter(forecast -> forecast.fund().equals(position.fund())
                        && !forecast.called()
                        && forecast.expected().isPresent())
                .min(Comparator.comparing(
                        forecast -> forecast.expected().orElseThrow().due()));
        return new Holding(
                position.fundName(),
                "/commitments/" + position.commitment(),
                brief(position.committed(), words),
                brief(position.paid(), words),
                Share.width(Share.of(position.called(), position.committed())),
                words.money().percent(Share.of(position.called(), position.committed())),
                next.flatMap(forecast -> milestone(forecast, words)),
                next.map(forecast -> plan(forecast.certainty(), words)));
    }

    /** The milestone that the next call waits for, with the day on which that call is expected to be due. */
    private Optional<HomeModel.Link> milestone(Forecast forecast, Words words) {
        return forecast.waitsFor().flatMap(reasons::link).map(link -> {
            Map<String, Object> gaps = new HashMap<>();
            gaps.put("milestone", link.name());
            gaps.put("due", words.dates().day(forecast.expected().orElseThrow().due()));
            return new HomeModel.Link(words.texts().say("home.next", gaps), link.address());
        });
    }

    private static CallChip plan(Certainty certainty, Words words) {
        String name = CallsFigure.name(certainty, words);
        return switch (certainty) {
            case ISSUED, UNLOCKED -> new CallChip("lock", "brand", name);
            case ON_PLAN -> new CallChip("circle-check", "ok", name);
            case AT_RISK -> new CallChip("clock", "warn", name);
        };
    }

    private static HomeModel.Amount brief(Money amount, Words words) {
        return new HomeModel.Amount(words.money().brief(amount), amount.plain());
    }
}
