package tranche.notifications.notice.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.flow.writer.Trace;

/** The table {@code notice_trace}: from an alert back to the command that began it. */
public final class TraceRows {

    private static final String KEEP = """
            insert into notice_trace (notice_id, correlation_id, traceparent)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[])
            on conflict (notice_id) do nothing
            """;

    private static final String OF_ALERTS = """
            select a.alert_id, n.cause_id, t.correlation_id, t.traceparent
              from alert a join notice n using (notice_id) join notice_trace t using (notice_id)
             where a.alert_id = any(?::uuid[])
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

    /** What caused alerts, by the alerts' ids; of those that were raised before traces were kept there is nothing. */
    public static Map<UUID, Trace> ofAlerts(Connection connection, Collection<UUID> alerts) throws SQLException {
        return Query.list(
                        connection,
                        OF_ALERTS,
                        select -> Bind.<UUID>rows(select, alerts).uuid(id -> id),
                        row -> Map.entry(
                                Rows.id(row, "alert_id"),
                                new Trace(
                                        Optional.of(Rows.id(row, "cause_id")),
                                        Rows.id(row, "correlation_id"),
                                        Rows.text(row, "traceparent"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
