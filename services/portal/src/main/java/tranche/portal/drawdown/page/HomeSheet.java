package tranche.portal.drawdown.page;

import gg.jte.Content;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tranche.portal.drawdown.domain.Demand;
import tranche.portal.drawdown.domain.Forecast;
import tranche.portal.drawdown.domain.Outlook;
import tranche.portal.frame.page.Frame;
import tranche.portal.timeline.domain.MilestonePlaces.Place;
import tranche.portal.words.page.Share;
import tranche.portal.words.page.Words;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** What an investor has to pay and is to expect, and how its home says it. */
record HomeSheet(List<Demand> demands, List<Forecast> forecasts, Map<UUID, String> funds, Map<UUID, Place> milestones) {

    private static final Comparator<Forecast> SOONEST_FIRST = Comparator.comparing(
            (Forecast forecast) -> forecast.expected().orElseThrow().due());

    HomeModel model(Frame frame, Words words) {
        List<Forecast> expected = forecasts.stream()
                .filter(forecast -> forecast.expected().isPresent())
                .sorted(SOONEST_FIRST)
                .toList();
        return new HomeModel(
                frame,
                sentence(words),
                demands.stream().map(demand -> payment(demand, words)).toList(),
                Outlook.of(expected.stream()
                                .map(forecast -> forecast.expected().orElseThrow())
                                .toList())
                        .stream()
                        .map(outlook -> bars(outlook, words))
                        .toList(),
                expected.stream().map(forecast -> expected(forecast, words)).toList(),
                forecasts.stream()
                        .filter(forecast -> forecast.change() != Forecast.Change.NONE)
                        .sorted(Comparator.comparing(Forecast::told).reversed())
                        .map(forecast -> changed(forecast, words))
                        .toList());
    }

    private Content sentence(Words words) {
        if (demands.isEmpty()) {
            return words.rich("home.lede.none", Map.of());
        }
        Map<Currency, Money> sums = new TreeMap<>();
        demands.forEach(demand ->
                sums.merge(demand.line().open().currency(), demand.line().open(), Money::plus));
        return words.rich(
                "home.lede",
                Map.of(
                        "count",
                        demands.size(),
                        "sums",
                        words.texts()
                                .list(sums.values().stream()
                                        .map(words.money()::full)
                                        .toList()),
                        "due",
                        words.dates().day(demands.getFirst().call().due())));
    }

    private HomeModel.Payment payment(Demand demand, Words words) {
        return new HomeModel.Payment(
                CallSheet.address(demand.call().id()),
                demand.call().reference(),
                FundNames.name(demand.call().fund(), funds, words),
                demand.call().purpose(),
                amount(demand.line().open(), words),
                words.dates().day(demand.call().due()),
                CallLines.inFours(demand.line().reference()),
                CallChip.of(demand.line().state(), words));
    }

    private static HomeModel.Bars bars(Outlook outlook, Words words) {
        Money largest = outlook.largest();
        return new HomeModel.Bars(
                words.say("home.outlook.in", "currency", outlook.currency().code()),
                outlook.quarters().stream()
                        .map(quarter -> new HomeModel.Bar(
                                words.dates().quarterInFull(quarter.first()),
                                Share.width(Share.of(quarter.amount(), largest)),
                                new HomeModel.Amount(
                                        words.money()
                                                .inColumn(
                                                        quarter.amount(),
                                                        words.money().unitOf(largest)),
                                        quarter.amount().plain())))
                        .toList());
    }

    private HomeModel.Expected expected(Forecast forecast, Words words) {
        Forecast.Share share = forecast.expected().orElseThrow();
        return new HomeModel.Expected(
                FundNames.name(forecast.fund(), funds, words),
                forecast.causes().stream()
                        .findFirst()
                        .flatMap(cause -> Optional.ofNullable(milestones.get(cause.milestone())))
                        .map(place -> new HomeModel.Link(named(place, words), place.address())),
                words.dates().day(share.due()),
                amount(share.amount(), words));
    }

    private HomeModel.Changed changed(Forecast forecast, Words words) {
        Map<String, Object> gaps = new HashMap<>();
        forecast.expected().ifPresent(share -> put(gaps, "", share, words));
        forecast.before().ifPresent(share -> put(gaps, "before", share, words));
        String change = forecast.change().name().toLowerCase(Locale.ROOT);
        return new HomeModel.Changed(
                FundNames.name(forecast.fund(), funds, words),
                words.texts().say("home.change." + change, gaps),
                words.dates().recent(forecast.told(), words.now()),
                forecast.causes().stream().map(cause -> because(cause, words)).toList());
    }

    private static void put(Map<String, Object> gaps, String when, Forecast.Share share, Words words) {
        gaps.put(when + "day", words.dates().day(share.due()));
        gaps.put(when + "amount", words.money().full(share.amount()));
    }

    private HomeModel.Because because(Forecast.Cause cause, Words words) {
        Optional<Place> place = Optional.ofNullable(milestones.get(cause.milestone()));
        String against = cause.slipDays() > 0 ? "later" : cause.slipDays() < 0 ? "earlier" : "none";
        return new HomeModel.Because(
                place.map(known -> named(known, words)).orElseGet(() -> words.say("call.cause.milestone")),
                place.map(Place::address),
                words.say("home.slip." + against, "days", Math.abs(cause.slipDays())),
                cause.slipDays() > 0,
                cause.reason());
    }

    private static String named(Place place, Words words) {
        return words.say("home.milestone", "project", place.projectName(), "milestone", place.name());
    }

    private static HomeModel.Amount amount(Money amount, Words words) {
        return new HomeModel.Amount(words.money().full(amount), amount.plain());
    }
}
