package tranche.notifications.notice.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Notice;
import tranche.notifications.notice.domain.RaisedAlert;

/** New rows of the table {@code alert}: whom a notice reaches and who was not told of it yet. */
public final class RaisedRows {

    private static final String REACHED = """
            select distinct n.notice_id, n.type, n.cause_id, n.recorded_at, h.account_id
              from notice n
             cross join lateral unnest(n.roles) as told(role)
              join grant_held h on h.role = told.role
             where %s
               and h.given_at <= n.recorded_at and (h.ended_at is null or h.ended_at > n.recorded_at)
               and (h.until is null or h.until >= (n.recorded_at at time zone 'UTC')::date)
               and %s
               and not exists (select from alert a where a.recipient_id = h.account_id and a.notice_id = n.notice_id)
             order by n.recorded_at, n.notice_id, h.account_id
            """;

    private static final String OF_NOTICES = reached("n.notice_id = any(?::uuid[])");

    private static final String OF_ACCOUNTS = reached("h.account_id = any(?::uuid[])");

    private static final String OF_HOLDERS = reached("(h.fund_id = any(?::uuid[]) or h.investor_id = any(?::uuid[]))");

    /**
     * Who tells of a notice and who tells an account look at each other's rows: the one that comes second has to see what the
     * first has written. The table's own number is the lock's name.
     */
    private static final String BESIDE_OTHER_NOTICES =
            "select pg_advisory_xact_lock_shared('notice'::regclass::oid::int, 0)";

    private static final String BESIDE_NO_NOTICE = "select pg_advisory_xact_lock('notice'::regclass::oid::int, 0)";

    /** In one order, so that two batches wait for each other and never in a circle. */
    private static final String LOCKED = """
            select recipient_id, alerts from recipient where recipient_id = any(?::uuid[]) order by recipient_id for update
            """;

    private static final String INSERT = """
            insert into alert (alert_id, recipient_id, number, notice_id, created_at)
            select r.*, ?::timestamptz from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[]) as r
            on conflict (recipient_id, notice_id) do nothing
            returning alert_id, recipient_id
            """;

    private static final String COUNTED = """
            update recipient r set alerts = c.alerts
              from unnest(?::uuid[], ?::bigint[]) as c(recipient_id, alerts)
             where r.recipient_id = c.recipient_id
            """;

    private RaisedRows() {}

    private static String reached(String restriction) {
        return REACHED.formatted(restriction, ReachRows.COVERS);
    }

    private record Pair(UUID notice, AlertType type, UUID cause, UUID recipient) {}

    private record Numbered(Pair pair, long number) {

        UUID id() {
            return Notice.alertId(pair.recipient(), pair.type(), pair.cause());
        }
    }

    /** Tells of notices whomever they reach. */
    public static List<RaisedAlert> ofNotices(Connection connection, Instant now, Collection<UUID> notices)
            throws SQLException {
        return raise(connection, now, BESIDE_OTHER_NOTICES, OF_NOTICES, notices, 1);
    }

    /** Tells accounts of what reaches them and was not told them yet. */
    public static List<RaisedAlert> ofAccounts(Connection connection, Instant now, Collection<UUID> accounts)
            throws SQLException {
        return raise(connection, now, BESIDE_NO_NOTICE, OF_ACCOUNTS, accounts, 1);
    }

    /** The same for whoever holds a grant that is bound to one of these funds or investors. */
    public static List<RaisedAlert> ofHolders(Connection connection, Instant now, Collection<UUID> fundsAndInvestors)
            throws SQLException {
        return raise(connection, now, BESIDE_NO_NOTICE, OF_HOLDERS, fundsAndInvestors, 2);
    }

    private static List<RaisedAlert> raise(
            Connection connection, Instant now, String lock, String reached, Collection<UUID> ids, int times)
            throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement wait = connection.prepareStatement(lock)) {
            wait.execute();
        }
        List<Pair> pairs = Query.list(
                connection,
                reached,
                select -> {
                    for (int place = 1; place <= times; place++) {
                        Bind.<UUID>rowsFrom(select, place, ids).uuid(id -> id);
                    }
                },
                RaisedRows::pair);
        return pairs.isEmpty() ? List.of() : insert(connection, now, numbered(pairs, locked(connection, pairs)));
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(
                Rows.id(row, "notice_id"),
                AlertType.valueOf(row.getString("type")),
                Rows.id(row, "cause_id"),
                Rows.id(row, "account_id"));
    }

    private static Map<UUID, Long> locked(Connection connection, List<Pair> pairs) throws SQLException {
        List<UUID> recipients = pairs.stream().map(Pair::recipient).distinct().toList();
        Map<UUID, Long> last = new HashMap<>();
        Query.list(
                        connection,
                        LOCKED,
                        select -> Bind.<UUID>rows(select, recipients).uuid(id -> id),
                        row -> Map.entry(Rows.id(row, "recipient_id"), row.getLong("alerts")))
                .forEach(one -> last.put(one.getKey(), one.getValue()));
        return last;
    }

    /** A number that is not used because the alert was raised beside this transaction leaves a gap, which nobody minds. */
    private static List<Numbered> numbered(List<Pair> pairs, Map<UUID, Long> last) {
        List<Numbered> numbered = new ArrayList<>();
        for (Pair pair : pairs) {
            Long number = last.computeIfPresent(pair.recipient(), (_, before) -> before + 1);
            numbered.add(new Numbered(pair, Objects.requireNonNull(number, "who holds a grant is a recipient")));
        }
        return numbered;
    }

    /** Those that were not raised beside this transaction. */
    private static List<RaisedAlert> insert(Connection connection, Instant now, List<Numbered> alerts)
            throws SQLException {
        List<RaisedAlert> raised = Query.list(
                connection,
                INSERT,
                insert -> {
                    insert.setObject(1, Rows.at(now));
                    Bind.<Numbered>rowsFrom(insert, 2, alerts)
                            .uuid(Numbered::id)
                            .uuid(one -> one.pair().recipient())
                            .bigint(Numbered::number)
                            .uuid(one -> one.pair().notice());
                },
                row -> new RaisedAlert(Rows.id(row, "alert_id"), Rows.id(row, "recipient_id")));
        Map<UUID, Long> last = new HashMap<>();
        alerts.forEach(one -> last.merge(one.pair().recipient(), one.number(), Math::max));
        try (PreparedStatement update = connection.prepareStatement(COUNTED)) {
            Bind.<Map.Entry<UUID, Long>>rows(update, last.entrySet())
                    .uuid(Map.Entry::getKey)
                    .bigint(Map.Entry::getValue);
            update.executeUpdate();
        }
        return raised;
    }
}
