package tranche.notifications.email.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.address.store.MailedRows;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Figure;
import tranche.notifications.notice.domain.Subject;
import tranche.notifications.notice.store.NoticeJson;
import tranche.notifications.notice.store.ReaderRows;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** Alerts as mails need them: what they say, and who of their recipients takes mail. */
public final class LetterRows {

    private static final String ALERTS = """
            select a.alert_id, a.recipient_id, n.type, n.subject_kind, n.subject_id, n.project_id, n.fund_id, n.programme_id, n.investor_id, n.recorded_at, n.figures,
                   %s,
                   coalesce(%s, false) as mailed
              from alert a
              join notice n on n.notice_id = a.notice_id
              join recipient r on r.recipient_id = a.recipient_id
             where %s
             order by a.alert_id
            """;

    private static final String BY_IDS = ALERTS.formatted(
            ReaderRows.columns("a", "n"), MailedRows.mailed("r", "n.recorded_at"), "a.alert_id = any(?::uuid[])");

    private static final String SINCE = ALERTS.formatted(
            ReaderRows.columns("a", "n"),
            MailedRows.mailed("r", "n.recorded_at"),
            "a.recipient_id = ? and a.created_at >= ? and n.type = any(?::text[]) and 'EMAIL' = any(a.channels)");

    private LetterRows() {}

    /**
     * An alert and its recipient.
     *
     * @param object to which its subject belongs
     * @param roles by which the recipient was reached and which it still holds
     */
    public record Told(
            UUID alert,
            UUID recipient,
            AlertType type,
            Subject subject,
            Scope object,
            Instant recordedAt,
            Map<String, Figure> figures,
            Set<Role> roles,
            boolean hasAddress) {

        public Told {
            figures = Map.copyOf(figures);
            roles = Set.copyOf(roles);
        }

        /** In which project its subject lies, where it lies in one. */
        public Optional<UUID> project() {
            return object.project();
        }

        /** To which fund its subject belongs, where it belongs to one. */
        public Optional<UUID> fund() {
            return object.fund();
        }

        /** Whether its recipient must be told, whatever is turned off. */
        public boolean isMandatory() {
            return type.isMandatoryFor(roles);
        }
    }

    /** Those of these alerts that are there. */
    public static List<Told> alerts(Connection connection, Collection<UUID> alerts) throws SQLException {
        return Query.list(
                connection, BY_IDS, select -> Bind.<UUID>rows(select, alerts).uuid(id -> id), LetterRows::told);
    }

    /** What a recipient had to be told since a moment. */
    public static List<Told> mandatory(Connection connection, UUID recipient, Instant since) throws SQLException {
        Set<Role> anybody = EnumSet.allOf(Role.class);
        List<AlertType> types = Arrays.stream(AlertType.values())
                .filter(type -> type.isMandatoryFor(anybody))
                .toList();
        return Query.list(
                        connection,
                        SINCE,
                        select -> {
                            select.setObject(1, recipient);
                            select.setObject(2, Rows.at(since));
                            Bind.<AlertType>rowsFrom(select, 3, types).text(AlertType::name);
                        },
                        LetterRows::told)
                .stream()
                .filter(Told::isMandatory)
                .toList();
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                Rows.id(row, "alert_id"),
                Rows.id(row, "recipient_id"),
                AlertType.valueOf(row.getString("type")),
                new Subject(Subject.Kind.valueOf(row.getString("subject_kind")), Rows.id(row, "subject_id")),
                new Scope(id(row, "programme_id"), id(row, "fund_id"), id(row, "investor_id"), id(row, "project_id")),
                Rows.instant(row, "recorded_at").orElseThrow(),
                NoticeJson.figures(row.getString("figures"), ReaderRows.seen(row)),
                ReaderRows.held(row),
                row.getBoolean("mailed"));
    }

    private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }
}
