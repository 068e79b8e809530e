package tranche.notifications.notice.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import tranche.flow.sql.Bind;
import tranche.flow.writer.Trace;

/** The table {@code notice_trace}: from an alert back to the command that began it. */
public final class TraceRows {

    private static final String KEEP = """
            insert into notice_trace (notice_id, correlation_id, traceparent)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[])
            on conflict (notice_id) do nothing
            """;

    private TraceRows() {}

    /** Keeps of which commands notices are consequences, by the notices' ids; they are kept already. */
    public static void keep(Connection connection, Map<UUID, Trace> traces) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            Bind.<Map.Entry<UUID, Trace>>rows(insert, traces.entrySet())
                    .uuid(Map.Entry::getKey)
                    .uuid(one -> one.getValue().correlation())
                    .text(one -> one.getValue().traceparent());
            insert.executeUpdate();
        }
    }
}
