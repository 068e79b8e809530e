package tranche.portal.drawdown.page;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.portal.drawdown.domain.CallState;
import tranche.portal.drawdown.domain.CapitalCall;
import tranche.portal.drawdown.domain.Demand;
import tranche.portal.drawdown.domain.Forecast;
import tranche.portal.frame.page.Addresses;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.raise.domain.Certainty;
import tranche.portal.session.domain.Visitor;

/** Asks the service what investors have to pay and what they are to expect, in the name of whoever reads. */
@Singleton
final class InvestorDesk {

    private static final int ROWS = 50;

    /** Pages of one list: beyond so many, nobody reads a home page. */
    private static final int MOST_PAGES = 10;

    /** What the service calls a forecast whose call is issued. */
    private static final String CALLED = "CALLED";

    private final CallDesk desk;

    InvestorDesk(CallDesk desk) {
        this.desk = desk;
    }

    /**
     * What is open of the investors, the soonest first.
     *
     * @param lookedAt calls that stay on an open page when they are paid
     */
    List<Demand> demands(Visitor visitor, Set<UUID> investors, Set<UUID> lookedAt) {
        List<CapitalCall> calls = new ArrayList<>();
        for (CallState state : List.of(CallState.OVERDUE, CallState.ISSUED, CallState.PART_PAID)) {
            Optional<String> after = Optional.empty();
            int pages = 0;
            do {
                Optional<CallDesk.Page> page =
                        desk.page(visitor, new CallDesk.Filter(Optional.empty(), Optional.of(state)), after, ROWS);
                page.ifPresent(found -> calls.addAll(found.calls()));
                after = page.flatMap(CallDesk.Page::next);
                pages++;
            } while (after.isPresent() && pages < MOST_PAGES);
        }
        Set<UUID> open = calls.stream().map(CapitalCall::id).collect(Collectors.toSet());
        lookedAt.stream()
                .filter(call -> !open.contains(call))
                .flatMap(call -> desk.one(visitor, call).stream())
                .forEach(calls::add);
        return Demand.of(calls, investors, lookedAt);
    }

    /** What the investors are to expect, the soonest first for each. */
    List<Forecast> forecasts(Visitor visitor, Set<UUID> investors) {
        List<Forecast> forecasts = new ArrayList<>();
        for (UUID investor : investors) {
            Optional<String> after = Optional.empty();
            int pages = 0;
            do {
                Optional<Answered> page = forecasts(visitor, investor, after);
                page.ifPresent(found -> found.objects("items").forEach(row -> forecasts.add(forecast(row))));
                after = page.flatMap(found -> found.textIfAny("next"));
                pages++;
            } while (after.isPresent() && pages < MOST_PAGES);
        }
        return forecasts;
    }

    private Optional<Answered> forecasts(Visitor visitor, UUID investor, Optional<String> after) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("investorId", investor.toString());
        query.put("limit", Integer.toString(ROWS));
        after.ifPresent(place -> query.put("after", place));
        return desk.get(visitor, Addresses.with("/forecasts", query));
    }

    private static Forecast forecast(Answered row) {
        return new Forecast(
                row.id("fundId"),
                row.id("trancheId"),
                share(row, "due", "amount"),
                share(row, "previousDue", "previousAmount"),
                row.textIfAny("certainty")
                        .filter(certainty -> !certainty.equals(CALLED))
                        .map(Certainty::valueOf)
                        .orElse(Certainty.ON_PLAN),
                row.textIfAny("certainty").filter(CALLED::equals).isPresent(),
                row.idIfAny("waitsFor"),
                Forecast.Change.valueOf(row.text("change")),
                row.objects("cause").stream().map(InvestorDesk::cause).toList(),
                row.instant("recordedAt"));
    }

    private static Optional<Forecast.Share> share(Answered row, String due, String amount) {
        return row.dayIfAny(due).flatMap(day -> row.moneyIfAny(amount).map(money -> new Forecast.Share(day, money)));
    }

    private static Forecast.Cause cause(Answered cause) {
        return new Forecast.Cause(
                cause.id("milestoneId"), Math.toIntExact(cause.whole("slipDays")), cause.textIfAny("reason"));
    }
}
