package tranche.portal.drawdown.page;

import gg.jte.Content;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.portal.drawdown.domain.Demand;
import tranche.portal.drawdown.domain.Forecast;
import tranche.portal.drawdown.domain.ForecastReason;
import tranche.portal.drawdown.domain.Outlook;
import tranche.portal.drawdown.domain.Waterfall;
import tranche.portal.drawdown.domain.Waterfall.Step;
import tranche.portal.figure.page.CallsFigure;
import tranche.portal.frame.page.Addresses;
import tranche.portal.frame.page.Frame;
import tranche.portal.raise.domain.Positions.Position;
import tranche.portal.timeline.domain.MilestonePlaces.Place;
import tranche.portal.words.page.Words;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * What an investor has to pay and is to expect, and how its home says it.
 *
 * @param demands what is open, and what is not any more of that which the page shows
 */
record HomeSheet(
        List<Demand> demands,
        List<Forecast> forecasts,
        List<Position> positions,
        Map<UUID, String> funds,
        Map<UUID, Place> milestones) {

    private static final Comparator<Forecast> SOONEST_FIRST = Comparator.comparing(
            (Forecast forecast) -> forecast.expected().orElseThrow().due());

    HomeModel model(Frame frame, Words words) {
        List<Waterfall> falls = Waterfall.of(forecasts);
        ReasonWords reasons = new ReasonWords(funds, milestones, words);
        HoldingsSheet holdings = new HoldingsSheet(positions, open(), forecasts, reasons);
        return new HomeModel(
                frame,
                here(),
                sentence(falls, words),
                demands.stream().map(demand -> payment(demand, words)).toList(),
                Outlook.of(open(), forecasts).stream()
                        .map(outlook -> CallsFigure.of(outlook, words))
                        .toList(),
                forecasts.stream()
                        .filter(forecast ->
                                !forecast.called() && forecast.expected().isPresent())
                        .sorted(SOONEST_FIRST)
                        .map(forecast -> expected(forecast, reasons, words))
                        .toList(),
                falls.stream()
                        .map(fall -> new WaterfallChart(fall, reasons, words).model())
                        .toList(),
                reasons(falls, reasons),
                holdings.figures(words),
                holdings.commitments(words));
    }

    private List<Demand> open() {
        return demands.stream().filter(Demand::isOpen).toList();
    }

    private String here() {
        String shown = demands.stream()
                .map(demand -> demand.call().id().toString())
                .distinct()
                .collect(Collectors.joining(","));
        return shown.isEmpty() ? "/home" : Addresses.with("/home", Map.of(InvestorHomePage.SHOWN, shown));
    }

    private Content sentence(List<Waterfall> falls, Words words) {
        Map<String, Object> gaps = new HashMap<>();
        gaps.put("way", "none");
        falls.stream().findFirst().filter(fall -> !fall.difference().isZero()).ifPresent(fall -> {
            Money by = fall.difference();
            gaps.put("way", by.isNegative() ? "down" : "up");
            gaps.put("year", Integer.toString(fall.year()));
            gaps.put("change", words.money().brief(by.isNegative() ? by.negated() : by));
        });
        if (open().isEmpty()) {
            return words.rich("home.lede.none", gaps);
        }
        Map<Currency, Money> sums = new TreeMap<>();
        open().forEach(demand ->
                sums.merge(demand.line().open().currency(), demand.line().open(), Money::plus));
        gaps.put("count", open().size());
        gaps.put(
                "sums",
                words.texts()
                        .list(sums.values().stream().map(words.money()::full).toList()));
        gaps.put("due", words.dates().day(open().getFirst().call().due()));
        return words.rich("home.lede", gaps);
    }

    private HomeModel.Payment payment(Demand demand, Words words) {
        return new HomeModel.Payment(
                "p-" + demand.line().id(),
                CallSheet.address(demand.call().id()),
                demand.call().reference(),
                FundNames.name(demand.call().fund(), funds, words),
                demand.call().purpose(),
                amount(demand.isOpen() ? demand.line().open() : demand.line().amount(), words),
                demand.isOpen(),
                words.dates().day(demand.call().due()),
                CallLines.inFours(demand.line().reference()),
                CallLines.notice(demand.call().id(), demand.line()),
                CallLines.check(demand.call().id(), demand.line()),
                CallChip.of(demand.line().state(), words));
    }

    private HomeModel.Expected expected(Forecast forecast, ReasonWords reasons, Words words) {
        Forecast.Share share = forecast.expected().orElseThrow();
        return new HomeModel.Expected(
                FundNames.name(forecast.fund(), funds, words),
                forecast.waitsFor().flatMap(reasons::link),
                CallsFigure.name(forecast.certainty(), words),
                words.dates().day(share.due()),
                amount(share.amount(), words));
    }

    /** By which no year differs: something moved within a year, or among the investors. */
    private List<HomeModel.Reason> reasons(List<Waterfall> falls, ReasonWords words) {
        Set<ForecastReason> told = falls.stream()
                .flatMap(fall -> fall.steps().stream())
                .map(Step::reason)
                .collect(Collectors.toSet());
        return ForecastReason.of(forecasts).stream()
                .filter(reason -> !told.contains(reason))
                .map(reason -> words.reason(reason, Optional.empty(), Optional.empty()))
                .toList();
    }

    private static HomeModel.Amount amount(Money amount, Words words) {
        return new HomeModel.Amount(words.money().full(amount), amount.plain());
    }
}
