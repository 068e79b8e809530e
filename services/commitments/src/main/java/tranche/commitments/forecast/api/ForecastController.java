package tranche.commitments.forecast.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.drawdown.domain.TrancheOutlook;
import tranche.commitments.forecast.store.ForecastViews;
import tranche.commitments.forecast.store.ForecastViews.Place;
import tranche.web.access.Caller;
import tranche.web.body.Forms;
import tranche.web.paging.ListQuery;
import tranche.web.table.Lists;
import tranche.world.time.Clock;

/** When calls are to be expected, over HTTP: of a fund, or of an investor. */
@Controller("/api/v1/forecasts")
final class ForecastController {

    private final ForecastViews views;
    private final Clock clock;

    ForecastController(ForecastViews views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<List<String>> last = query.after(3);
        Optional<Place> after = last.flatMap(ForecastController::place);
        if (last.isPresent() && after.isEmpty()) {
            query.find("after", "invalid-cursor", Map.of());
        }
        Optional<UUID> fund = query.uuid("fundId");
        Optional<UUID> investor = query.uuid("investorId");
        if (investor.isEmpty()) {
            query.need("fundId");
        }
        query.check();
        List<ForecastViews.Row> rows = views.list(caller.access(), fund, investor, after, limit);
        Map<TrancheId, TrancheOutlook> outlooks = views.outlooks(rows, clock.now());
        var page = query.page(rows, limit, row -> {
            Place place = row.place();
            return List.of(
                    place.day().toString(),
                    place.tranche().toString(),
                    place.forecast().toString());
        });
        return Lists.answer(
                request,
                page,
                row -> ForecastAnswers.json(
                        row, Optional.ofNullable(outlooks.get(row.line().tranche()))),
                ForecastAnswers.TABLE);
    }

    private static Optional<Place> place(List<String> values) {
        return Forms.date(values.get(0))
                .flatMap(day -> Forms.uuid(values.get(1))
                        .flatMap(tranche ->
                                Forms.uuid(values.get(2)).map(forecast -> new Place(day, tranche, forecast))));
    }
}
