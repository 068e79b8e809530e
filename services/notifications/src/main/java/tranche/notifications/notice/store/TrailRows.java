package tranche.notifications.notice.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.notice.domain.Passed;

/** The table {@code passed_event}. */
public final class TrailRows {

    private static final String KEEP = """
            insert into passed_event (event_id, step, about_id, correlation_id, recorded_at)
            select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::timestamptz[])
            on conflict (event_id) do nothing
            """;

    private TrailRows() {}

    /** Keeps what came by. */
    public static void keep(Connection connection, List<Passed> passed) throws SQLException {
        if (passed.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            Bind.<Passed>rows(insert, passed)
                    .uuid(Passed::event)
                    .text(one -> one.step().name())
                    .uuid(Passed::about)
                    .uuid(Passed::correlation)
                    .instant(one -> Rows.at(one.recordedAt()));
            insert.executeUpdate();
        }
    }
}
