package tranche.portal.drawdown.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.drawdown.domain.Forecast;
import tranche.portal.drawdown.domain.ForecastReason;
import tranche.portal.timeline.domain.MilestonePlaces.Place;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/**
 * How a reason why forecasts changed is said, down to where it is shown.
 *
 * @param milestones those that the reader may see
 */
record ReasonWords(Map<UUID, String> funds, Map<UUID, Place> milestones, Words words) {

    /** A milestone with its project, or what is known of a change that none caused. */
    String name(ForecastReason reason) {
        return reason.milestone().map(this::name).orElseGet(() -> words.say("home.reason." + code(reason.change())));
    }

    private String name(UUID milestone) {
        return place(milestone).map(this::named).orElseGet(() -> words.say("call.cause.milestone"));
    }

    private Optional<Place> place(UUID milestone) {
        return Optional.ofNullable(milestones.get(milestone));
    }

    private String named(Place place) {
        return words.say("home.milestone", "project", place.projectName(), "milestone", place.name());
    }

    private static String code(Forecast.Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }

    /** A milestone and where its project tells of it; empty where the reader may not see it. */
    Optional<HomeModel.Link> link(UUID milestone) {
        return place(milestone).map(place -> new HomeModel.Link(named(place), place.address()));
    }

    /**
     * A reason with its causes and with each forecast that changed for it.
     *
     * @param number of its bar; empty where it has none
     * @param amount by which it moves the year of the figure; empty where it does not
     */
    HomeModel.Reason reason(ForecastReason reason, Optional<Integer> number, Optional<Money> amount) {
        return new HomeModel.Reason(
                number.map(String::valueOf),
                name(reason),
                reason.milestone().flatMap(this::place).map(Place::address),
                amount.map(this::signed),
                reason.causes().stream().map(this::because).toList(),
                reason.forecasts().stream().map(this::changed).toList());
    }

    HomeModel.Amount signed(Money amount) {
        return new HomeModel.Amount(
                (amount.isPositive() ? "+" : "") + words.money().brief(amount), amount.plain());
    }

    private HomeModel.Changed changed(Forecast forecast) {
        Map<String, Object> gaps = new HashMap<>();
        forecast.expected().ifPresent(share -> put(gaps, "", share));
        forecast.before().ifPresent(share -> put(gaps, "before", share));
        return new HomeModel.Changed(
                FundNames.name(forecast.fund(), funds, words),
                words.texts().say("home.change." + code(forecast.change()), gaps),
                words.dates().recent(forecast.told(), words.now()));
    }

    private void put(Map<String, Object> gaps, String when, Forecast.Share share) {
        gaps.put(when + "day", words.dates().day(share.due()));
        gaps.put(when + "amount", words.money().full(share.amount()));
    }

    private HomeModel.Because because(Forecast.Cause cause) {
        String against = cause.slipDays() > 0 ? "later" : cause.slipDays() < 0 ? "earlier" : "none";
        return new HomeModel.Because(
                name(cause.milestone()),
                place(cause.milestone()).map(Place::address),
                words.say("home.slip." + against, "days", Math.abs(cause.slipDays())),
                cause.slipDays() > 0,
                cause.reason());
    }
}
