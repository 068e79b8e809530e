package tranche.notifications.recipient.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.notifications.recipient.domain.Reach;
import tranche.notifications.recipient.store.ReachViews;
import tranche.web.access.Caller;
import tranche.web.json.JsonObject;
import tranche.web.paging.ListQuery;
import tranche.web.table.Column;
import tranche.web.table.Lists;
import tranche.web.table.Table;
import tranche.world.time.Clock;

/** How the investors of a fund are told, over HTTP: looked at beside what they are called for. */
@Controller("/api/v1/recipients/reach")
final class ReachController {

    private static final Table<Reach> TABLE = new Table<>(
            "reach",
            List.of(
                    Column.id("investorId", reach -> Optional.of(reach.investor())),
                    Column.text("channels", reach -> Optional.of(String.join(" ", channels(reach)))),
                    Column.text("languages", reach -> Optional.of(String.join(" ", reach.languages())))));

    private final ReachViews views;
    private final Clock clock;

    ReachController(ReachViews views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        Optional<UUID> fund = query.uuid("fundId");
        query.need("fundId");
        query.check();
        var page = query.page(
                views.list(caller.access(), fund.orElseThrow(), clock.now(), after, limit),
                limit,
                reach -> List.of(reach.investor().toString()));
        return Lists.answer(
                request,
                page,
                reach -> JsonObject.empty()
                        .put("investorId", reach.investor())
                        .put("channels", channels(reach))
                        .put("languages", reach.languages()),
                TABLE);
    }

    private static List<String> channels(Reach reach) {
        return reach.channels().stream().sorted().map(Enum::name).toList();
    }
}
