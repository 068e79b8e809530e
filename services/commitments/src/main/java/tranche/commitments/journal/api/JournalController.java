package tranche.commitments.journal.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.fund.store.FundViews;
import tranche.commitments.journal.store.JournalViews;
import tranche.values.register.AsOf;
import tranche.web.access.Caller;
import tranche.web.body.Fields;
import tranche.web.paging.ListQuery;
import tranche.web.problem.Problem;
import tranche.web.table.Lists;

/** The journal and its balances over HTTP, as of any day and as known at any instant. */
@Controller("/api/v1")
final class JournalController {

    private final JournalViews journal;
    private final FundViews funds;

    JournalController(JournalViews journal, FundViews funds) {
        this.journal = journal;
        this.funds = funds;
    }

    @Get(
            value = "/funds/{id}/balances",
            produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> balances(HttpRequest<?> request, Caller caller, String id) {
        ListQuery query = ListQuery.of(request);
        AsOf asOf = query.asOf();
        int limit = query.optionalLimit().orElse(Integer.MAX_VALUE);
        Optional<List<String>> after = query.after(3);
        query.check();
        UUID fund = Fields.pathId(id);
        var _ = funds.one(caller.access(), fund, asOf).orElseThrow(Problem::notFound);
        List<JournalViews.Balance> all = journal.balances(caller.access(), fund, asOf);
        // Accounts are added and never taken away: the last one of the page before is still there.
        int read = after.map(
                        last -> all.stream().map(JournalAnswers::place).toList().indexOf(last) + 1)
                .orElse(0);
        var page = query.page(all.subList(read, all.size()), limit, JournalAnswers::place);
        return Lists.answer(request, page, JournalAnswers::json, JournalAnswers.BALANCES);
    }

    @Get(
            value = "/journal",
            produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> journal(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> fund = query.uuid("fundId");
        Optional<UUID> investor = query.uuid("investorId");
        AsOf asOf = query.asOf();
        long after = query.afterCount().orElse(0L);
        query.need("fundId");
        query.check();
        var _ = funds.one(caller.access(), fund.orElseThrow(), asOf).orElseThrow(Problem::notFound);
        var page = query.page(
                journal.entries(caller.access(), fund.orElseThrow(), investor, asOf, after, limit),
                limit,
                entry -> List.of(Long.toString(entry.sequence())));
        return Lists.answer(request, page, JournalAnswers::json, JournalAnswers::lines, JournalAnswers.LINES);
    }
}
