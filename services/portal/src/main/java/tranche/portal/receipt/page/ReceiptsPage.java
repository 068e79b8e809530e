package tranche.portal.receipt.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tranche.portal.drawdown.domain.CallNews;
import tranche.portal.drawdown.page.FundNames;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.Pages;
import tranche.portal.raise.domain.InvestorNames;
import tranche.portal.receipt.domain.Receipt;
import tranche.portal.receipt.domain.ReceiptState;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Words;
import tranche.values.actor.Role;
import tranche.world.ids.Ids;

/**
 * The list of receipts, filtered and paged by its address, the newest first. Those that wait for a match stand above it with what
 * they may be for, so that confirming one is one press away.
 */
@Controller(ReceiptsQuery.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class ReceiptsPage {

    /** A page of the list. */
    private static final int ROWS = 50;

    /** As many as a person goes through at a sitting; the list has the others. */
    private static final int MOST_WAITING = 12;

    private final ReceiptDesk desk;
    private final CallNews news;
    private final FundNames funds;
    private final InvestorNames investors;
    private final Pages pages;
    private final Ids ids;

    ReceiptsPage(ReceiptDesk desk, CallNews news, FundNames funds, InvestorNames investors, Pages pages, Ids ids) {
        this.desk = desk;
        this.news = news;
        this.funds = funds;
        this.investors = investors;
        this.pages = pages;
        this.ids = ids;
    }

    @Get(produces = MediaType.TEXT_HTML)
    public HttpResponse<?> list(HttpRequest<?> request, Visitor visitor) {
        // Before anything is read: what changes meanwhile is told once more rather than never.
        CallNews.Places places = news.places(visitor.access());
        ReceiptsQuery query = ReceiptsQuery.of(request);
        Optional<ReceiptDesk.Page> found = desk.page(visitor, query.filter(), query.after(), ROWS);
        if (found.isEmpty() && query.after().isPresent()) {
            query = query.withoutPlace();
            found = desk.page(visitor, query.filter(), Optional.empty(), ROWS);
        }
        ReceiptDesk.Page nothing = new ReceiptDesk.Page(List.of(), Optional.empty());
        ReceiptDesk.Page page = found.orElse(nothing);
        ReceiptDesk.Page waiting =
                query.showsWhatWaits() ? waiting(visitor, query).orElse(nothing) : nothing;
        Frame plain = pages.frame(request, visitor, MenuEntry.RECEIPTS);
        Words words = Words.of(
                visitor.reader(),
                MoneyWords.of(
                        visitor.locale(),
                        page.receipts().stream()
                                .map(receipt -> receipt.amount().currency())
                                .toList()),
                plain.words().now());
        ReceiptTable table = new ReceiptTable(
                query,
                page,
                waiting,
                funds.of(visitor),
                visitor.hasAnyOf(Role.FUND_MANAGER),
                new ReceiptWords(named(visitor, waiting), words));
        Frame frame = plain.with(words)
                .marked(sample(visitor, page))
                .following("/live?topics=calls&after=" + places.of(Optional.empty()));
        return pages.page(request, "receipt/receipts.jte", table.model(frame, visitor, ids));
    }

    private Optional<ReceiptDesk.Page> waiting(Visitor visitor, ReceiptsQuery query) {
        ReceiptDesk.Filter unmatched =
                new ReceiptDesk.Filter(query.filter().fund(), Optional.empty(), Optional.of(ReceiptState.UNMATCHED));
        return desk.page(visitor, unmatched, Optional.empty(), MOST_WAITING);
    }

    private Map<UUID, String> named(Visitor visitor, ReceiptDesk.Page waiting) {
        Stream<Receipt> all = waiting.receipts().stream();
        return investors.of(
                visitor.access(),
                all.flatMap(receipt -> receipt.investors().stream()).distinct().toList());
    }

    /** Whether all that is shown is made up. */
    private boolean sample(Visitor visitor, ReceiptDesk.Page page) {
        List<UUID> programmes =
                page.receipts().stream().map(Receipt::programme).distinct().toList();
        return !programmes.isEmpty() && programmes.stream().allMatch(programme -> funds.sample(visitor, programme));
    }
}
