package tranche.commitments.forecast.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.forecast.domain.ForecastChange;
import tranche.commitments.forecast.domain.ForecastLine;
import tranche.commitments.forecast.domain.ForecastRow;
import tranche.commitments.forecast.domain.Told;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** The tables {@code forecast} and {@code forecast_row}. */
public final class ToldRows {

    private static final String LOAD = """
            select f.forecast_id, f.fund_id, f.investor_id, f.version, f.effective_date, f.recorded_at, r.tranche_id,
                   r.currency, r.previous_due, r.previous_amount, r.due, r.amount, r.causes
              from forecast f left join forecast_row r using (forecast_id)
             where f.fund_id = any(?::uuid[])
             order by f.forecast_id, coalesce(r.due, r.previous_due), r.tranche_id
            """;

    private static final String SAVE = """
            insert into forecast (
                forecast_id, programme_id, fund_id, investor_id, version, effective_date, recorded_at)
            select * from unnest(
                ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::date[], ?::timestamptz[])
            on conflict (forecast_id) do update set
                version = excluded.version, effective_date = excluded.effective_date, recorded_at = excluded.recorded_at
            """;

    private static final String CLEAR = "delete from forecast_row where forecast_id = any(?::uuid[])";

    private static final String SAVE_ROWS = """
            insert into forecast_row (
                forecast_id, tranche_id, currency, previous_due, previous_amount, due, amount, change, causes)
            select * from unnest(
                ?::uuid[], ?::uuid[], ?::text[], ?::date[], ?::numeric[], ?::date[], ?::numeric[], ?::text[], ?::jsonb[])
            """;

    private ToldRows() {}

    /** What somebody is told: all of it, in its place. */
    public record Telling(UUID id, ProgrammeId programme, FundId fund, Told told) {}

    /** What was told last of the funds, by fund and by forecast. */
    static Map<UUID, Map<UUID, Told>> load(Connection connection, Collection<UUID> funds) throws SQLException {
        Map<UUID, Map<UUID, Told>> told = new HashMap<>();
        Map<UUID, List<ForecastLine>> lines = new HashMap<>();
        Query.list(connection, LOAD, select -> Bind.<UUID>rows(select, funds).uuid(fund -> fund), row -> {
            UUID forecast = Rows.id(row, "forecast_id");
            List<ForecastLine> own = lines.computeIfAbsent(forecast, _ -> new ArrayList<>());
            if (row.getObject("tranche_id") != null) {
                own.add(line(row));
            }
            Optional<InvestorId> investor = Optional.ofNullable(row.getObject("investor_id", UUID.class))
                    .map(InvestorId::new);
            // The rows of a forecast come one after the other, so the last of them has all lines.
            told.computeIfAbsent(Rows.id(row, "fund_id"), _ -> new HashMap<>())
                    .put(forecast, new Told(investor, own, Rows.version(row)));
            return forecast;
        });
        return told;
    }

    static ForecastLine line(ResultSet row) throws SQLException {
        TrancheId tranche = new TrancheId(Rows.id(row, "tranche_id"));
        Currency currency = new Currency(row.getString("currency"));
        return new ForecastLine(
                new ForecastChange(
                        tranche,
                        expected(row, tranche, "previous_due", "previous_amount", currency),
                        expected(row, tranche, "due", "amount", currency)),
                CauseJson.causes(row.getString("causes")));
    }

    private static Optional<ForecastRow> expected(
            ResultSet row, TrancheId tranche, String due, String amount, Currency currency) throws SQLException {
        Optional<LocalDate> day = Rows.date(row, due);
        return day.isEmpty()
                ? Optional.empty()
                : Optional.of(new ForecastRow(tranche, day.get(), Rows.money(row, amount, currency)));
    }

    private record Row(UUID forecast, ForecastLine line) {

        Money one() {
            ForecastChange change = line.change();
            return change.after().or(change::before).orElseThrow().amount();
        }
    }

    /** Keeps what was told, in the place of what was told before. */
    public static void save(Connection connection, Collection<Telling> tellings) throws SQLException {
        if (tellings.isEmpty()) {
            return;
        }
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            Bind.<Telling>rows(save, tellings)
                    .uuid(Telling::id)
                    .uuid(one -> one.programme().value())
                    .uuid(one -> one.fund().value())
                    .uuid(one -> one.told().investor().map(InvestorId::value).orElse(null))
                    .bigint(one -> one.told().version().number())
                    .date(one -> one.told().version().effectiveDate())
                    .instant(one -> one.told().version().recordedAt());
            save.executeUpdate();
        }
        try (PreparedStatement clear = connection.prepareStatement(CLEAR)) {
            Bind.<Telling>rows(clear, tellings).uuid(Telling::id);
            clear.executeUpdate();
        }
        saveRows(
                connection,
                tellings.stream()
                        .flatMap(one -> one.told().lines().stream().map(line -> new Row(one.id(), line)))
                        .toList());
    }

    private static void saveRows(Connection connection, List<Row> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(SAVE_ROWS)) {
            Bind.<Row>rows(insert, rows)
                    .uuid(Row::forecast)
                    .uuid(row -> row.line().tranche().value())
                    .text(row -> row.one().currency().code())
                    .date(row ->
                            row.line().change().before().map(ForecastRow::due).orElse(null))
                    .numeric(row -> row.line()
                            .change()
                            .before()
                            .map(one -> one.amount().value())
                            .orElse(null))
                    .date(row ->
                            row.line().change().after().map(ForecastRow::due).orElse(null))
                    .numeric(row -> row.line()
                            .change()
                            .after()
                            .map(one -> one.amount().value())
                            .orElse(null))
                    .text(row -> row.line().change().kind().name())
                    .column("jsonb", row -> CauseJson.causes(row.line().causes()));
            insert.executeUpdate();
        }
    }
}
