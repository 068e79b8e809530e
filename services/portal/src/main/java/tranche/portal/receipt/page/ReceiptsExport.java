package tranche.portal.receipt.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.drawdown.page.FundNames;
import tranche.portal.frame.page.Pages;
import tranche.portal.listing.page.TableFile;
import tranche.portal.receipt.domain.Receipt;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Receipts as files: all that match, with the names that people know. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
public final class ReceiptsExport {

    private static final int PAGE = 500;

    /** A spreadsheet that people can still open; the API gives more, page by page. */
    private static final int MOST_ROWS = 10_000;

    private final ReceiptDesk desk;
    private final FundNames funds;
    private final Pages pages;

    ReceiptsExport(ReceiptDesk desk, FundNames funds, Pages pages) {
        this.desk = desk;
        this.funds = funds;
        this.pages = pages;
    }

    @Get("/receipts.csv")
    public HttpResponse<byte[]> csv(HttpRequest<?> request, Visitor visitor) {
        return TableFile.csv("receipts", table(visitor), rows(request, visitor));
    }

    @Get("/receipts.xlsx")
    public HttpResponse<byte[]> xlsx(HttpRequest<?> request, Visitor visitor) {
        return TableFile.xlsx(
                "receipts",
                table(visitor),
                rows(request, visitor),
                ReceiptsQuery.of(request).parts(),
                pages.words(visitor.reader()));
    }

    private List<Receipt> rows(HttpRequest<?> request, Visitor visitor) {
        ReceiptsQuery query = ReceiptsQuery.of(request);
        List<Receipt> rows = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Optional<ReceiptDesk.Page> page = desk.page(visitor, query.filter(), after, PAGE);
            page.ifPresent(found -> rows.addAll(found.receipts()));
            after = page.flatMap(ReceiptDesk.Page::next);
        } while (after.isPresent() && rows.size() < MOST_ROWS);
        return rows;
    }

    private Table<Receipt> table(Visitor visitor) {
        Words words = pages.words(visitor.reader());
        Map<UUID, String> names = funds.of(visitor);
        return new Table<>(
                "receipts",
                List.of(
                        Column.id("id", row -> Optional.of(row.id())),
                        Column.date("valueDate", row -> Optional.of(row.valueDate())),
                        Column.text("fund", row -> Optional.of(FundNames.name(row.fund(), names, words))),
                        Column.code("state", Receipt::state),
                        Column.amount("amount", row -> Optional.of(row.amount())),
                        Column.amount("settled", row -> Optional.of(settled(row))),
                        Column.currency("currency", row -> Optional.of(row.amount())),
                        Column.text("entryReference", row -> Optional.of(row.entry())),
                        Column.text("debtorName", row -> row.payer().name()),
                        Column.text("remittance", row -> row.payer().wrote())));
    }

    private static Money settled(Receipt receipt) {
        return receipt.settled().stream()
                .map(Receipt.Settled::amount)
                .reduce(Money.zero(receipt.amount().currency()), Money::plus);
    }
}
