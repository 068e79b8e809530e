package tranche.portal.drawdown.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.portal.drawdown.domain.CallNews;
import tranche.portal.drawdown.domain.Demand;
import tranche.portal.drawdown.domain.Forecast;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.Pages;
import tranche.portal.problem.page.ProblemPages;
import tranche.portal.raise.domain.Positions;
import tranche.portal.raise.domain.Positions.Position;
import tranche.portal.session.domain.Visitor;
import tranche.portal.timeline.domain.MilestonePlaces;
import tranche.portal.timeline.domain.MilestonePlaces.Place;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Words;
import tranche.values.actor.Role;
import tranche.values.money.Currency;
import tranche.web.body.Forms;

/** An investor's home: what to pay, until when and for what; what is to be expected, and why that changed. */
@Controller("/home")
@ExecuteOn(TaskExecutors.BLOCKING)
public final class InvestorHomePage {

    /** The calls that an open page shows, so that what is paid meanwhile stays in its place. */
    static final String SHOWN = "shown";

    /** More are not asked for one by one. */
    private static final int MOST_SHOWN = 50;

    private final InvestorDesk desk;
    private final CallNews news;
    private final FundNames funds;
    private final Positions positions;
    private final MilestonePlaces milestones;
    private final Pages pages;
    private final ProblemPages problems;

    InvestorHomePage(
            InvestorDesk desk,
            CallNews news,
            FundNames funds,
            Positions positions,
            MilestonePlaces milestones,
            Pages pages,
            ProblemPages problems) {
        this.desk = desk;
        this.news = news;
        this.funds = funds;
        this.positions = positions;
        this.milestones = milestones;
        this.pages = pages;
        this.problems = problems;
    }

    @Get(produces = MediaType.TEXT_HTML)
    public HttpResponse<?> home(HttpRequest<?> request, Visitor visitor) {
        if (!MenuEntry.HOME.isFor(visitor)) {
            return problems.nothing(request, visitor.reader());
        }
        // Before anything is read: what changes meanwhile is told once more rather than never.
        CallNews.Places places = news.places(visitor.access());
        // An investor reads its own: a grant that names none reaches none.
        Set<UUID> own = visitor.access().scopesOf(Set.of(Role.INVESTOR)).stream()
                .flatMap(scope -> scope.investor().stream())
                .collect(Collectors.toSet());
        List<Demand> demands = desk.demands(visitor, own, shown(request));
        List<Forecast> forecasts = desk.forecasts(visitor, own);
        List<Position> held = positions.own(visitor.access());
        Frame plain = pages.frame(request, visitor, MenuEntry.HOME);
        Words words = Words.of(
                visitor.reader(),
                MoneyWords.of(visitor.locale(), currencies(demands, forecasts, held)),
                plain.words().now());
        HomeModel model = new HomeSheet(demands, forecasts, held, funds.of(visitor), places(visitor, forecasts))
                .model(
                        plain.with(words)
                                .marked(sample(visitor, demands, held))
                                .following("/live?topics=calls&after=" + places.of(Optional.empty())),
                        words);
        return pages.page(request, "drawdown/home.jte", model);
    }

    /** The calls that the open page shows; what is no id was not written by it. */
    private static Set<UUID> shown(HttpRequest<?> request) {
        return request.getParameters().getFirst(SHOWN).stream()
                .flatMap(ids -> Arrays.stream(ids.split(",", MOST_SHOWN)))
                .flatMap(id -> Forms.uuid(id).stream())
                .collect(Collectors.toSet());
    }

    private Map<UUID, Place> places(Visitor visitor, List<Forecast> forecasts) {
        return milestones.of(
                visitor.access(),
                forecasts.stream()
                        .flatMap(forecast -> Stream.concat(
                                forecast.causes().stream().map(Forecast.Cause::milestone),
                                forecast.waitsFor().stream()))
                        .distinct()
                        .toList());
    }

    /** Whether all that the page shows is made up. */
    private boolean sample(Visitor visitor, List<Demand> demands, List<Position> held) {
        List<UUID> programmes = demands.stream()
                .map(demand -> demand.call().programme())
                .distinct()
                .toList();
        return !(programmes.isEmpty() && held.isEmpty())
                && held.stream().allMatch(Position::sample)
                && programmes.stream().allMatch(programme -> funds.sample(visitor, programme));
    }

    private static Set<Currency> currencies(List<Demand> demands, List<Forecast> forecasts, List<Position> held) {
        return Stream.of(
                        demands.stream().map(demand -> demand.line().amount()),
                        held.stream().map(Position::committed),
                        forecasts.stream()
                                .flatMap(forecast ->
                                        Stream.concat(forecast.expected().stream(), forecast.before().stream()))
                                .map(Forecast.Share::amount))
                .flatMap(Function.identity())
                .map(amount -> amount.currency())
                .collect(Collectors.toSet());
    }
}
