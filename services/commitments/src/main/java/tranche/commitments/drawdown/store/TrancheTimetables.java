package tranche.commitments.drawdown.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tranche.commitments.drawdown.domain.Timetable;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;

/** The table {@code tranche_timetable}: whoever reckons forecasts keeps it, whoever shows a tranche reads it. */
public final class TrancheTimetables {

    private static final String OF_FUNDS = "select * from tranche_timetable where fund_id = any(?::uuid[])";

    private static final String OF_TRANCHES = "select * from tranche_timetable where tranche_id = any(?::uuid[])";

    private static final String CLEAR =
            "delete from tranche_timetable where fund_id = any(?::uuid[]) and not tranche_id = any(?::uuid[])";

    private static final String SAVE = """
            insert into tranche_timetable (tranche_id, fund_id, conditions_met, issue, due)
            select * from unnest(?::uuid[], ?::uuid[], ?::date[], ?::date[], ?::date[])
            on conflict (tranche_id) do update set
                conditions_met = excluded.conditions_met, issue = excluded.issue, due = excluded.due
            """;

    private TrancheTimetables() {}

    private record Row(UUID fund, TrancheId tranche, Timetable timetable) {}

    /** By fund, the tranches that are to be expected. */
    public static Map<UUID, Map<TrancheId, Timetable>> ofFunds(Connection connection, Collection<UUID> funds)
            throws SQLException {
        Map<UUID, Map<TrancheId, Timetable>> byFund = new HashMap<>();
        Query.list(
                        connection,
                        OF_FUNDS,
                        select -> Bind.<UUID>rows(select, funds).uuid(fund -> fund),
                        TrancheTimetables::read)
                .forEach(row ->
                        byFund.computeIfAbsent(row.fund(), _ -> new HashMap<>()).put(row.tranche(), row.timetable()));
        return byFund;
    }

    static Map<TrancheId, Timetable> of(Connection connection, Collection<TrancheId> tranches) throws SQLException {
        Map<TrancheId, Timetable> timetables = new HashMap<>();
        if (tranches.isEmpty()) {
            return timetables;
        }
        Query.list(
                        connection,
                        OF_TRANCHES,
                        select -> Bind.<TrancheId>rows(select, tranches).uuid(TrancheId::value),
                        TrancheTimetables::read)
                .forEach(row -> timetables.put(row.tranche(), row.timetable()));
        return timetables;
    }

    /** Keeps the timetables of funds, which are all that there are of these. */
    public static void save(Connection connection, Map<UUID, Map<TrancheId, Timetable>> byFund) throws SQLException {
        if (byFund.isEmpty()) {
            return;
        }
        List<Row> rows = byFund.entrySet().stream()
                .flatMap(fund -> fund.getValue().entrySet().stream()
                        .map(one -> new Row(fund.getKey(), one.getKey(), one.getValue())))
                .toList();
        try (PreparedStatement clear = connection.prepareStatement(CLEAR)) {
            Bind.<UUID>rows(clear, byFund.keySet()).uuid(fund -> fund);
            Bind.<Row>rowsFrom(clear, 2, rows).uuid(row -> row.tranche().value());
            clear.executeUpdate();
        }
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            Bind.<Row>rows(save, rows)
                    .uuid(row -> row.tranche().value())
                    .uuid(Row::fund)
                    .date(row -> row.timetable().conditionsMet())
                    .date(row -> row.timetable().issue())
                    .date(row -> row.timetable().due());
            save.executeUpdate();
        }
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                Rows.id(row, "fund_id"),
                new TrancheId(Rows.id(row, "tranche_id")),
                new Timetable(
                        row.getObject("conditions_met", LocalDate.class),
                        row.getObject("issue", LocalDate.class),
                        row.getObject("due", LocalDate.class)));
    }
}
