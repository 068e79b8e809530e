package tranche.notifications.recipient.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.notifications.notice.store.UnreachedViews;
import tranche.web.access.Caller;
import tranche.web.json.JsonObject;
import tranche.web.paging.ListQuery;
import tranche.web.table.Column;
import tranche.web.table.Lists;
import tranche.web.table.Table;
import tranche.world.time.Clock;

/** Of which investors nobody is reached, over HTTP: looked at before something is issued that they must be told (rule N-8). */
@Controller("/api/v1/recipients/unreached")
final class UnreachedController {

    private static final Table<UUID> TABLE =
            new Table<>("unreached", List.of(Column.id("investorId", investor -> Optional.of(investor))));

    private final UnreachedViews views;
    private final Clock clock;

    UnreachedController(UnreachedViews views, Clock clock) {
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
                investor -> List.of(investor.toString()));
        return Lists.answer(request, page, investor -> JsonObject.empty().put("investorId", investor), TABLE);
    }
}
