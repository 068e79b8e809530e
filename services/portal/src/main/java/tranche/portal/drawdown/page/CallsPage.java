package tranche.portal.drawdown.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.drawdown.domain.CallNews;
import tranche.portal.drawdown.domain.CapitalCall;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.Pages;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Words;
import tranche.values.actor.Role;

/** The list of calls: filtered and paged by its address, in the service's own order. */
@Controller(CallsQuery.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class CallsPage {

    /** A page of the list. */
    private static final int ROWS = 50;

    private final CallDesk desk;
    private final CallNews news;
    private final FundNames funds;
    private final Pages pages;

    CallsPage(CallDesk desk, CallNews news, FundNames funds, Pages pages) {
        this.desk = desk;
        this.news = news;
        this.funds = funds;
        this.pages = pages;
    }

    @Get(produces = MediaType.TEXT_HTML)
    public HttpResponse<?> list(HttpRequest<?> request, Visitor visitor) {
        // Before anything is read: what changes meanwhile is told once more rather than never.
        CallNews.Places places = news.places(visitor.access());
        CallsQuery query = CallsQuery.of(request);
        Optional<CallDesk.Page> found = desk.page(visitor, query.filter(), query.after(), ROWS);
        if (found.isEmpty() && query.after().isPresent()) {
            query = query.withoutPlace();
            found = desk.page(visitor, query.filter(), Optional.empty(), ROWS);
        }
        CallDesk.Page page = found.orElseGet(() -> new CallDesk.Page(List.of(), Optional.empty()));
        Frame plain = pages.frame(request, visitor, MenuEntry.CALLS);
        MoneyWords money = MoneyWords.of(
                visitor.locale(),
                page.calls().stream().map(call -> call.total().currency()).toList());
        Words words = Words.of(visitor.reader(), money, plain.words().now());
        CallsModel model = new CallTable(
                        query,
                        page,
                        funds.of(visitor),
                        MenuEntry.CALLS.isFor(visitor),
                        visitor.hasAnyOf(Role.FUND_MANAGER))
                .model(
                        plain.with(words)
                                .marked(sample(visitor, page))
                                .following("/live?topics=calls&after=" + places.of(Optional.empty())),
                        words);
        return pages.page(request, "drawdown/calls.jte", model);
    }

    /** Whether all that is shown is made up. */
    private boolean sample(Visitor visitor, CallDesk.Page page) {
        List<UUID> programmes =
                page.calls().stream().map(CapitalCall::programme).distinct().toList();
        return !programmes.isEmpty() && programmes.stream().allMatch(programme -> funds.sample(visitor, programme));
    }
}
