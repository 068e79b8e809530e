package tranche.commitments.forecast.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.drawdown.domain.TrancheOutlook;
import tranche.commitments.drawdown.store.TrancheOutlooks;
import tranche.commitments.forecast.domain.ForecastLine;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.commitments.register.store.Reach;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.writer.Unavailable;
import tranche.values.actor.Access;

/** Forecasts as a caller may see them: a fund's staff all of it, an investor its own. */
@Singleton
public class ForecastViews {

    private static final String LIST = """
            select x.programme_id, x.fund_id, x.investor_id, x.recorded_at, r.*
              from forecast x join forecast_row r using (forecast_id)
             where %s
               and (?::uuid is null or x.fund_id = ?)
               and (?::uuid is null or x.investor_id = ?)
               and (? or x.investor_id is null or not %s)
               and (?::date is null or
                    (coalesce(r.due, r.previous_due), r.tranche_id, r.forecast_id) > (?, ?::uuid, ?::uuid))
             order by coalesce(r.due, r.previous_due), r.tranche_id, r.forecast_id limit ?
            """.formatted(Reach.COMMITMENT, Reach.STAFF);

    private static final String NEXT_WAITING = """
            select distinct fund_id from tranche
             where state in ('LOCKED', 'CONDITIONS_MET', 'CALL_DRAFTED') and (?::uuid is null or fund_id > ?)
             order by fund_id limit 1
            """;

    private final DataSource dataSource;

    ForecastViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * A line of somebody's forecast.
     *
     * @param investor empty for a fund as a whole
     * @param recordedAt when it was told
     */
    public record Row(
            UUID forecast,
            ProgrammeId programme,
            FundId fund,
            Optional<InvestorId> investor,
            ForecastLine line,
            Instant recordedAt) {

        public Place place() {
            var change = line.change();
            return new Place(
                    change.after().or(change::before).orElseThrow().due(),
                    change.tranche().value(),
                    forecast);
        }
    }

    /** Where a row stands in the list: by its day, the one before where there is none any more. */
    public record Place(LocalDate day, UUID tranche, UUID forecast) {}

    /** The next fund of which a tranche waits for something, in the order of their ids; nothing after the last. */
    public List<FundId> nextWaiting(Optional<FundId> last) {
        return Query.list(
                dataSource,
                NEXT_WAITING,
                select -> Rows.twice(select, 1, last.map(FundId::value)),
                row -> new FundId(Rows.id(row, "fund_id")));
    }

    /** How certain the tranches of rows are that the caller may see. */
    public Map<TrancheId, TrancheOutlook> outlooks(Collection<Row> rows, Instant now) {
        try (Connection connection = dataSource.getConnection()) {
            return TrancheOutlooks.of(
                    connection,
                    rows.stream().map(row -> row.line().tranche()).distinct().toList(),
                    now);
        } catch (SQLException failed) {
            throw Unavailable.of("the database cannot be read", failed);
        }
    }

    /**
     * In the order of their days. Of a fund, its staff gets what the fund as a whole is to be expected to call, unless it asks
     * for an investor; whoever is not its staff gets its own. One more than the limit, if there is one.
     */
    public List<Row> list(
            Access access, Optional<UUID> fund, Optional<UUID> investor, Optional<Place> after, int limit) {
        return Query.list(
                dataSource,
                LIST,
                select -> {
                    int next = Reach.of(access).bind(select, 1);
                    next = Rows.twice(select, next, fund);
                    next = Rows.twice(select, next, investor);
                    select.setBoolean(next++, investor.isPresent());
                    next = Reach.of(access).bindStaff(select, next);
                    next = Rows.twice(select, next, after.map(Place::day));
                    select.setObject(next++, after.map(Place::tranche).orElse(null));
                    select.setObject(next++, after.map(Place::forecast).orElse(null));
                    select.setInt(next, limit + 1);
                },
                row -> new Row(
                        Rows.id(row, "forecast_id"),
                        new ProgrammeId(Rows.id(row, "programme_id")),
                        new FundId(Rows.id(row, "fund_id")),
                        Optional.ofNullable(row.getObject("investor_id", UUID.class))
                                .map(InvestorId::new),
                        ToldRows.line(row),
                        Rows.instant(row, "recorded_at").orElseThrow()));
    }
}
