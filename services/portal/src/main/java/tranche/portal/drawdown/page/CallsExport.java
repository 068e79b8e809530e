package tranche.portal.drawdown.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.drawdown.domain.CallLine;
import tranche.portal.drawdown.domain.CapitalCall;
import tranche.portal.frame.page.Pages;
import tranche.portal.listing.page.TableFile;
import tranche.portal.raise.domain.InvestorNames;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.Words;
import tranche.web.problem.Problem;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Calls and the lines of one as files: all that match, with the names that people know. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
public final class CallsExport {

    /** Calls of one read: each comes with its lines. */
    private static final int PAGE = 50;

    /** A spreadsheet that people can still open; the API gives more, page by page. */
    private static final int MOST_ROWS = 10_000;

    private final CallDesk desk;
    private final FundNames funds;
    private final InvestorNames investors;
    private final Pages pages;

    CallsExport(CallDesk desk, FundNames funds, InvestorNames investors, Pages pages) {
        this.desk = desk;
        this.funds = funds;
        this.investors = investors;
        this.pages = pages;
    }

    @Get("/calls.csv")
    public HttpResponse<byte[]> csv(HttpRequest<?> request, Visitor visitor) {
        return TableFile.csv("calls", calls(visitor), rows(request, visitor));
    }

    @Get("/calls.xlsx")
    public HttpResponse<byte[]> xlsx(HttpRequest<?> request, Visitor visitor) {
        return TableFile.xlsx(
                "calls",
                calls(visitor),
                rows(request, visitor),
                CallsQuery.of(request).parts(),
                pages.words(visitor.reader()));
    }

    @Get("/calls/{id}/allocation.csv")
    public HttpResponse<byte[]> allocationAsCsv(Visitor visitor, @PathVariable UUID id) {
        CapitalCall call = call(visitor, id);
        return TableFile.csv("allocation-" + call.reference(), lines(visitor, call), call.lines());
    }

    @Get("/calls/{id}/allocation.xlsx")
    public HttpResponse<byte[]> allocationAsXlsx(Visitor visitor, @PathVariable UUID id) {
        CapitalCall call = call(visitor, id);
        return TableFile.xlsx(
                "allocation-" + call.reference(),
                lines(visitor, call),
                call.lines(),
                Map.of("call", call.reference(), "contentHash", call.contentHash()),
                pages.words(visitor.reader()));
    }

    private CapitalCall call(Visitor visitor, UUID id) {
        return desk.one(visitor, id).orElseThrow(Problem::notFound);
    }

    private List<CapitalCall> rows(HttpRequest<?> request, Visitor visitor) {
        CallsQuery query = CallsQuery.of(request);
        List<CapitalCall> rows = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Optional<CallDesk.Page> page = desk.page(visitor, query.filter(), after, PAGE);
            page.ifPresent(found -> rows.addAll(found.calls()));
            after = page.flatMap(CallDesk.Page::next);
        } while (after.isPresent() && rows.size() < MOST_ROWS);
        return rows;
    }

    private Table<CapitalCall> calls(Visitor visitor) {
        Words words = pages.words(visitor.reader());
        Map<UUID, String> names = funds.of(visitor);
        return new Table<>(
                "calls",
                List.of(
                        Column.id("id", call -> Optional.of(call.id())),
                        Column.text("reference", call -> Optional.of(call.reference())),
                        Column.text("fund", call -> Optional.of(FundNames.name(call.fund(), names, words))),
                        Column.text("purpose", call -> Optional.of(call.purpose())),
                        Column.code("state", CapitalCall::state),
                        Column.amount("amount", call -> Optional.of(call.isWhole() ? call.total() : call.ofLines())),
                        Column.amount("paid", call -> Optional.of(call.paid())),
                        Column.currency("currency", call -> Optional.of(call.total())),
                        Column.date("dueDate", call -> Optional.of(call.due()))));
    }

    private Table<CallLine> lines(Visitor visitor, CapitalCall call) {
        Words words = pages.words(visitor.reader());
        Map<UUID, String> names = investors.of(
                visitor.access(), call.lines().stream().map(CallLine::investor).toList());
        return new Table<>(
                "allocation",
                List.of(
                        Column.id("id", line -> Optional.of(line.id())),
                        Column.text("investor", line -> Optional.of(CallLines.name(line.investor(), names, words))),
                        Column.amount("amount", line -> Optional.of(line.amount())),
                        Column.amount("paid", line -> Optional.of(line.paid())),
                        Column.amount("open", line -> Optional.of(line.open())),
                        Column.currency("currency", line -> Optional.of(line.amount())),
                        Column.code("state", CallLine::state),
                        Column.text(
                                "reference",
                                line -> Optional.of(line.reference())
                                        .filter(_ -> line.state().isTold()))));
    }
}
