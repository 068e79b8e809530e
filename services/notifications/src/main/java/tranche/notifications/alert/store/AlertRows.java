package tranche.notifications.alert.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.alert.domain.Alert;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Subject;
import tranche.notifications.notice.store.NoticeJson;
import tranche.notifications.notice.store.ReaderRows;

/** The table {@code alert}, each row with its notice. */
public final class AlertRows {

    /** More than these a person has not left unread; whoever has says it again. */
    private static final int MOST_AT_ONCE = 2_000;

    static final String WITH_NOTICE = """
            select a.*, n.type, n.cause_id, n.cause_type, n.recorded_at as caused_at, n.subject_kind, n.subject_id, n.figures, n.settled_at,
                   %s
              from alert a join notice n on n.notice_id = a.notice_id
            """.formatted(ReaderRows.columns("a", "n"));

    private static final String LOAD =
            """
            with named as (
                 select x.recipient_id, x.alert_id, x.number, w.and_before
                   from unnest(?::uuid[], ?::uuid[], ?::boolean[]) as w(recipient_id, alert_id, and_before)
                   join alert x on x.recipient_id = w.recipient_id and x.alert_id = w.alert_id),
            asked as (
                 select alert_id from named
                  union
                 select earlier.alert_id
                   from named cross join lateral (
                        select x.alert_id from alert x
                         where x.recipient_id = named.recipient_id and x.number < named.number and x.read_at is null
                         order by x.number desc limit %d) earlier
                  where named.and_before)
            """.formatted(MOST_AT_ONCE) + WITH_NOTICE + " join asked on asked.alert_id = a.alert_id";

    private static final String SAVE = """
            update alert a set read_at = r.read_at, acknowledged_at = r.acknowledged_at, version = r.version
              from (select distinct on (alert_id) *
                      from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::bigint[])
                           as r(alert_id, read_at, acknowledged_at, version)
                     order by alert_id, version desc) r
             where a.alert_id = r.alert_id
            """;

    private AlertRows() {}

    /**
     * An alert, as somebody asks for it.
     *
     * @param andBefore whether the unread ones that were raised before it are asked for, too
     */
    public record Asked(UUID recipient, UUID alert, boolean andBefore) {}

    /** Those of these that are the recipient's own. */
    public static List<Alert> load(Connection connection, Collection<Asked> asked) throws SQLException {
        return Query.list(
                connection,
                LOAD,
                select -> Bind.<Asked>rows(select, asked)
                        .uuid(Asked::recipient)
                        .uuid(Asked::alert)
                        .bool(Asked::andBefore),
                AlertRows::read);
    }

    /** Stores what recipients have done. */
    public static void save(Connection connection, List<Alert> alerts) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(SAVE)) {
            Bind.<Alert>rows(update, alerts)
                    .uuid(Alert::id)
                    .instant(alert -> alert.readAt().map(Rows::at).orElse(null))
                    .instant(alert -> alert.acknowledgedAt().map(Rows::at).orElse(null))
                    .bigint(Alert::version);
            update.executeUpdate();
        }
    }

    static Alert read(ResultSet row) throws SQLException {
        return new Alert(
                Rows.id(row, "alert_id"),
                Rows.id(row, "recipient_id"),
                row.getLong("number"),
                AlertType.valueOf(row.getString("type")),
                Rows.id(row, "cause_id"),
                row.getString("cause_type"),
                Rows.instant(row, "caused_at").orElseThrow(),
                new Subject(Subject.Kind.valueOf(row.getString("subject_kind")), Rows.id(row, "subject_id")),
                NoticeJson.figures(row.getString("figures"), ReaderRows.seen(row)),
                ReaderRows.held(row),
                Rows.instant(row, "created_at").orElseThrow(),
                Rows.instant(row, "read_at"),
                Rows.instant(row, "acknowledged_at"),
                Rows.instant(row, "settled_at"),
                row.getLong("version"));
    }
}
