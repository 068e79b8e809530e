package tranche.notifications.notice.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.writer.Unavailable;
import tranche.notifications.notice.domain.Past;

/** What has reached somebody, whatever he wanted of it. */
@Singleton
public class HistoryViews {

    /** Whoever is reached by more has a figure that says enough. */
    private static final int MOST = 20_000;

    private final DataSource dataSource;

    HistoryViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What is made of it, on the connection on which it was read. */
    @FunctionalInterface
    public interface Use<T> {

        /** @param past the first first */
        T of(Connection connection, List<Past> past) throws SQLException;
    }

    /** Makes something of what has reached an account since a time. */
    public <T> T since(UUID account, Instant since, Use<T> use) {
        try (Connection connection = dataSource.getConnection()) {
            return use.of(connection, past(connection, account, since));
        } catch (SQLException failed) {
            throw Unavailable.of("the database cannot be read", failed);
        }
    }

    private static List<Past> past(Connection connection, UUID account, Instant since) throws SQLException {
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
