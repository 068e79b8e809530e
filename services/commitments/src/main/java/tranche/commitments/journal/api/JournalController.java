package tranche.commitments.journal.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.fund.store.FundViews;
import tranche.commitments.journal.domain.Account;
import tranche.commitments.journal.store.JournalViews;
import tranche.commitments.register.api.Fields;
import tranche.web.access.Caller;
import tranche.web.asof.AsOf;
import tranche.web.command.Answers;
import tranche.web.json.JsonObject;
import tranche.web.paging.ListQuery;
import tranche.web.problem.Problem;

/** The journal and its balances over HTTP, as of any day and as known at any instant. */
@Controller("/api/v1")
final class JournalController {

    private final JournalViews journal;
    private final FundViews funds;

    JournalController(JournalViews journal, FundViews funds) {
        this.journal = journal;
        this.funds = funds;
    }

    @Get("/funds/{id}/balances")
    HttpResponse<byte[]> balances(HttpRequest<?> request, Caller caller, String id) {
        AsOf asOf = AsOf.of(request);
        UUID fund = Fields.pathId(id);
        var _ = funds.one(caller.access(), fund, asOf).orElseThrow(Problem::notFound);
        List<JsonObject> items = journal.balances(caller.access(), fund, asOf).stream()
                .map(balance -> JsonObject.empty()
                        .put("ledger", balance.ledger())
                        .put("account", balance.account())
                        .put("name", Account.of(balance.account()).title())
                        .put("investorId", balance.investor())
                        .put("balance", balance.amount()))
                .toList();
        return Answers.read(JsonObject.empty().put("items", items).put("next", null));
    }

    @Get("/journal")
    HttpResponse<byte[]> journal(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> fund = query.uuid("fundId");
        Optional<UUID> investor = query.uuid("investorId");
        AsOf asOf = query.asOf();
        long after =
                query.after(1).map(values -> Long.parseLong(values.getFirst())).orElse(0L);
        if (fund.isEmpty()) {
            query.find("fundId", "required", Map.of());
        }
        query.check();
        var _ = funds.one(caller.access(), fund.orElseThrow(), asOf).orElseThrow(Problem::notFound);
        List<JournalViews.Entry> entries =
                journal.entries(caller.access(), fund.orElseThrow(), investor, asOf, after, limit + 1);
        return Answers.read(query.page(entries, limit, entry -> List.of(Long.toString(entry.sequence())))
                .json(JournalController::json));
    }

    private static JsonObject json(JournalViews.Entry entry) {
        return JsonObject.empty()
                .put("id", entry.id())
                .put("sequence", entry.sequence())
                .put("eventId", entry.event())
                .put("type", entry.type())
                .put("effectiveDate", entry.effectiveDate())
                .put("recordedAt", entry.recordedAt())
                .put(
                        "postings",
                        entry.lines().stream()
                                .map(line -> JsonObject.empty()
                                        .put("ledger", line.ledger())
                                        .put("account", line.account())
                                        .put("investorId", line.investor())
                                        .put("amount", line.amount()))
                                .toList())
                .put("prevHash", entry.prevHash())
                .put("hash", entry.hash());
    }
}
