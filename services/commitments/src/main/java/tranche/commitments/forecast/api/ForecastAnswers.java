package tranche.commitments.forecast.api;

import java.util.List;
import java.util.Optional;
import tranche.commitments.drawdown.domain.TrancheOutlook;
import tranche.commitments.forecast.domain.ForecastCause;
import tranche.commitments.forecast.domain.ForecastRow;
import tranche.commitments.forecast.store.ForecastViews.Row;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.values.money.Money;
import tranche.web.json.JsonObject;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Forecasts as callers get them. */
final class ForecastAnswers {

    /** The columns of a list that leaves as a file. */
    static final Table<Row> TABLE = new Table<>(
            "forecasts",
            List.of(
                    Column.id("fundId", row -> Optional.of(row.fund().value())),
                    Column.id("investorId", row -> row.investor().map(InvestorId::value)),
                    Column.id(
                            "trancheId", row -> Optional.of(row.line().tranche().value())),
                    Column.code("change", row -> row.line().change().kind()),
                    Column.date("due", row -> after(row).map(ForecastRow::due)),
                    Column.amount("amount", row -> after(row).map(ForecastRow::amount)),
                    Column.date("previousDue", row -> before(row).map(ForecastRow::due)),
                    Column.amount("previousAmount", row -> before(row).map(ForecastRow::amount)),
                    Column.currency("currency", ForecastAnswers::either),
                    Column.instant("recordedAt", row -> Optional.of(row.recordedAt()))));

    private ForecastAnswers() {}

    /** @param of its tranche: told of what is to be expected, and of what no longer is because it was called */
    static JsonObject json(Row row, Optional<TrancheOutlook> of) {
        Optional<TrancheOutlook> outlook =
                of.filter(known -> after(row).isPresent() || known.certainty() == TrancheOutlook.Certainty.CALLED);
        return JsonObject.empty()
                .put("programmeId", row.programme().value())
                .put("fundId", row.fund().value())
                .put("investorId", row.investor().map(InvestorId::value))
                .put("trancheId", row.line().tranche().value())
                .put("due", after(row).map(ForecastRow::due))
                .put("amount", after(row).map(ForecastRow::amount))
                .put("previousDue", before(row).map(ForecastRow::due))
                .put("previousAmount", before(row).map(ForecastRow::amount))
                .put("certainty", outlook.map(TrancheOutlook::certainty))
                .put("waitsFor", outlook.flatMap(TrancheOutlook::waitsFor).map(MilestoneId::value))
                .put("change", row.line().change().kind())
                .put(
                        "cause",
                        row.line().causes().stream().map(ForecastAnswers::json).toList())
                .put("recordedAt", row.recordedAt());
    }

    private static JsonObject json(ForecastCause cause) {
        return JsonObject.empty()
                .put("milestoneId", cause.milestone().value())
                .put("slipDays", cause.slipDays())
                .put("reason", cause.reason());
    }

    private static Optional<ForecastRow> before(Row row) {
        return row.line().change().before();
    }

    private static Optional<ForecastRow> after(Row row) {
        return row.line().change().after();
    }

    private static Optional<Money> either(Row row) {
        return after(row).or(() -> before(row)).map(ForecastRow::amount);
    }
}
