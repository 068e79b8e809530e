package tranche.portal.raise.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tranche.portal.frame.page.Pages;
import tranche.portal.listing.page.TableFile;
import tranche.portal.raise.domain.CommitmentList;
import tranche.portal.raise.domain.CommitmentRow;
import tranche.portal.session.domain.Visitor;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** The list of commitments as a file: all rows that match, in the order of the page. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
public final class CommitmentsExport {

    /** Rows of one read. */
    private static final int PAGE = 500;

    /** A spreadsheet that people can still open; the API gives more, page by page. */
    private static final int MOST_ROWS = 100_000;

    private static final Table<CommitmentRow> TABLE = new Table<>(
            "commitments",
            List.of(
                    Column.id("id", row -> Optional.of(row.id())),
                    Column.text("investor", row -> Optional.of(row.investorName())),
                    Column.code("kind", CommitmentRow::kind),
                    Column.text("fund", row -> Optional.of(row.fundName())),
                    Column.code("state", CommitmentRow::state),
                    Column.amount("amount", row -> Optional.of(row.amount())),
                    Column.amount("called", row -> Optional.of(row.called())),
                    Column.amount("paid", row -> Optional.of(row.paid())),
                    Column.amount("uncalled", row -> Optional.of(row.uncalled())),
                    Column.currency("currency", row -> Optional.of(row.amount())),
                    Column.date("effectiveDate", row -> row.effective().map(date -> date.day())),
                    Column.text(
                            "effectiveDatePrecision",
                            row -> row.effective().map(date -> date.precision().name())),
                    Column.flag("unverified", row -> Optional.of(row.unverified())),
                    Column.flag("sample", row -> Optional.of(row.sample()))));

    private final CommitmentList commitments;
    private final Pages pages;

    CommitmentsExport(CommitmentList commitments, Pages pages) {
        this.commitments = commitments;
        this.pages = pages;
    }

    @Get("/commitments.csv")
    public HttpResponse<byte[]> csv(HttpRequest<?> request, Visitor visitor) {
        return TableFile.csv("commitments", TABLE, rows(request, visitor));
    }

    @Get("/commitments.xlsx")
    public HttpResponse<byte[]> xlsx(HttpRequest<?> request, Visitor visitor) {
        return TableFile.xlsx(
                "commitments",
                TABLE,
                rows(request, visitor),
                ListQueryText.of(request).parts(),
                pages.words(visitor.reader()));
    }

    private List<CommitmentRow> rows(HttpRequest<?> request, Visitor visitor) {
        ListQueryText query = ListQueryText.of(request);
        List<CommitmentRow> rows = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            CommitmentList.Page page = commitments.page(visitor.access(), query.filter(), query.sort(), after, PAGE);
            rows.addAll(page.rows());
            after = page.next();
        } while (after.isPresent() && rows.size() < MOST_ROWS);
        return rows;
    }
}
