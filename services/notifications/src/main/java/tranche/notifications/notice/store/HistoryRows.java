package tranche.notifications.notice.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.notifications.notice.domain.Past;

/** What has reached somebody, whatever he wanted of it. */
public final class HistoryRows {

    /** Whoever is reached by more has a figure that says enough. */
    private static final int MOST = 20_000;

    private HistoryRows() {}

    /** The first first. */
    public static List<Past> since(Connection connection, UUID account, Instant since) throws SQLException {
        return Query.list(
                connection,
                RaisedRows.REACHED_SINCE,
                select -> {
                    select.setObject(1, account);
                    select.setObject(2, Rows.at(since));
                    select.setObject(3, account);
                    select.setObject(4, Rows.at(since));
                    select.setInt(5, MOST);
                },
                row -> new Past(
                        RaisedRows.reached(row),
                        Rows.instant(row, "recorded_at").orElseThrow()));
    }
}
