package tranche.notifications.notice.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.notice.domain.Moved;
import tranche.notifications.notice.domain.Notice;
import tranche.notifications.notice.domain.RaisedAlert;
import tranche.notifications.notice.domain.Reached;
import tranche.notifications.notice.domain.Told;
import tranche.values.actor.Role;

/** New rows of the table {@code alert}: whom a notice reaches and who was not told of it yet. */
public final class RaisedRows {

    private static final String HELD = """
                   h.given_at <= n.recorded_at and (h.ended_at is null or h.ended_at > n.recorded_at)
               and (h.until is null or h.until >= (n.recorded_at at time zone 'UTC')::date)
               and %s
            """.formatted(ReachRows.COVERS);

    /** Whoever holds a role of the audience, and whoever asks for it and holds a role that may read it. */
    private static final String REACHED = """
            select x.notice_id, x.type, x.cause_id, x.recorded_at, x.account_id,
                   (select t.correlation_id from notice_trace t where t.notice_id = x.notice_id) as correlation_id,
                   coalesce(array_agg(distinct x.role) filter (where x.wanted_by is null), '{}') as told_as,
                   coalesce(array_agg(distinct x.wanted_by) filter (where x.wanted_by is not null), '{}') as wanted_by
              from (select n.notice_id, n.type, n.cause_id, n.recorded_at, h.account_id, h.role, null::uuid as wanted_by
                      from notice n
                     cross join lateral unnest(n.roles) as told(role)
                      join grant_held h on h.role = told.role
                     where %1$s and %2$s and %3$s
                     union all
                    select n.notice_id, n.type, n.cause_id, n.recorded_at, h.account_id, h.role, s.subscription_id
                      from notice n
                     cross join lateral (
                           values ('EVERYTHING', ''), ('PROGRAMME', n.programme_id::text), ('FUND', n.fund_id::text),
                                  ('PROJECT', n.project_id::text), ('INVESTOR', n.investor_id::text),
                                  (n.subject_kind, n.subject_id::text),
                                  ('REGION', (select r.region from project_region r
                                               where r.project_id = n.project_id and r.since <= n.recorded_at
                                               order by r.since desc limit 1))) as about(kind, name)
                      join subscription s on s.range_kind = about.kind and s.range = about.name
                                         and (s.types = '{}' or n.type = any(s.types))
                      join subscribed t on t.subscription_id = s.subscription_id and t.since <= n.recorded_at
                                       and (t.until is null or t.until > n.recorded_at)
                      join grant_held h on h.account_id = s.recipient_id and h.role = any(n.readers)
                     where %1$s and %2$s) x
             where %4$s
             group by x.notice_id, x.type, x.cause_id, x.recorded_at, x.account_id
             order by x.recorded_at, x.notice_id, x.account_id
            """;

    private static final String NOT_TOLD =
            "not exists (select from alert a where a.recipient_id = x.account_id and a.notice_id = x.notice_id)";

    /** What reached an account since a time, told or not, at most so many: the account and the time, both of them again, the number. */
    static final String REACHED_SINCE =
            REACHED.formatted("h.account_id = ? and n.recorded_at >= ?", HELD, MovedRows.MINE, "true") + " limit ?";

    private static String reached(String of) {
        return REACHED.formatted(of, HELD, MovedRows.MINE, NOT_TOLD);
    }

    private static final String OF_NOTICES = reached("n.notice_id = any(?::uuid[])");

    private static final String OF_ACCOUNTS = reached("h.account_id = any(?::uuid[])");

    private static final String OF_SUBSCRIBERS =
            reached("h.account_id = any(?::uuid[]) and n.recorded_at >= ?::timestamptz");

    private static final String OF_HOLDERS = reached(
            "(h.fund_id = any(?::uuid[]) or h.investor_id = any(?::uuid[]))" + " and n.recorded_at >= ?::timestamptz");

    private static final String OF_MOVED = reached("n.notice_id = any(?::uuid[]) and h.investor_id = any(?::uuid[])");

    private static final String OF_REGIONS =
            "select distinct recipient_id from subscription where range_kind = 'REGION' and range = any(?::text[])";

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
            insert into alert (created_at, alert_id, recipient_id, number, notice_id, channels, send_at)
            select ?::timestamptz, alert_id, recipient_id, number, notice_id, string_to_array(channels, ','), send_at
              from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::timestamptz[])
                   as r(alert_id, recipient_id, number, notice_id, channels, send_at)
            on conflict (recipient_id, notice_id) do nothing
            returning alert_id
            """;

    private static final String COUNTED = """
            update recipient r set alerts = c.alerts
              from unnest(?::uuid[], ?::bigint[]) as c(recipient_id, alerts)
             where r.recipient_id = c.recipient_id
            """;

    private RaisedRows() {}

    private record Numbered(Reached reached, Told told, long number) {

        RaisedAlert alert() {
            return new RaisedAlert(
                    Notice.alertId(reached.recipient(), reached.type(), reached.cause()), reached.recipient(), told);
        }
    }

    /** Whom notices reach that were not told of them yet. */
    public static List<Reached> ofNotices(Connection connection, Collection<UUID> notices) throws SQLException {
        return reached(connection, BESIDE_OTHER_NOTICES, OF_NOTICES, notices, ids(notices));
    }

    /** What reaches accounts and was not told them yet. */
    public static List<Reached> ofAccounts(Connection connection, Collection<UUID> accounts) throws SQLException {
        return reached(connection, BESIDE_NO_NOTICE, OF_ACCOUNTS, accounts, ids(accounts));
    }

    /**
     * What reaches accounts by what they ask for and was not told them yet. While it is looked for nobody is told of anything,
     * and to ask is everybody's right: no more is looked at than can be new.
     *
     * @param since when what they ask for began to matter; what was recorded before is left out
     */
    public static List<Reached> ofSubscribers(Connection connection, Collection<UUID> accounts, Instant since)
            throws SQLException {
        return reached(connection, BESIDE_NO_NOTICE, OF_SUBSCRIBERS, accounts, since(ids(accounts), since));
    }

    /**
     * The same for whoever holds a grant that is bound to one of these funds or investors: by what those take part in, nothing
     * reaches them that was recorded before.
     */
    public static List<Reached> ofHolders(Connection connection, Collection<UUID> fundsAndInvestors, Instant since)
            throws SQLException {
        Part twice = (select, place) ->
                ids(fundsAndInvestors).bind(select, ids(fundsAndInvestors).bind(select, place));
        return reached(connection, BESIDE_NO_NOTICE, OF_HOLDERS, fundsAndInvestors, since(twice, since));
    }

    /** The same for the slips that have moved calls of investors, of whom it was just heard. */
    public static List<Reached> ofMoved(Connection connection, List<Moved> moved) throws SQLException {
        List<UUID> investors = moved.stream().map(Moved::investor).distinct().toList();
        if (investors.isEmpty()) {
            return List.of();
        }
        lock(connection, BESIDE_NO_NOTICE);
        List<UUID> slips = MovedRows.slips(connection, moved);
        Part both = (select, place) -> ids(investors).bind(select, ids(slips).bind(select, place));
        return reached(connection, BESIDE_NO_NOTICE, OF_MOVED, slips, both);
    }

    /** The same for whoever asks for what happens in one of these regions. */
    public static List<Reached> ofRegions(Connection connection, Collection<String> regions, Instant since)
            throws SQLException {
        return ofSubscribers(
                connection,
                Query.list(
                        connection,
                        OF_REGIONS,
                        select -> Bind.<String>rows(select, regions).text(region -> region),
                        row -> Rows.id(row, "recipient_id")),
                since);
    }

    /** Binds what one of the two parts of the statement takes, from a place on. */
    @FunctionalInterface
    private interface Part {

        /** @return the place behind it */
        int bind(PreparedStatement select, int place) throws SQLException;
    }

    private static Part ids(Collection<UUID> ids) {
        return (select, place) -> {
            Bind.<UUID>rowsFrom(select, place, ids).uuid(id -> id);
            return place + 1;
        };
    }

    private static Part since(Part who, Instant since) {
        return (select, place) -> {
            int next = who.bind(select, place);
            select.setObject(next, Rows.at(since));
            return next + 1;
        };
    }

    private static List<Reached> reached(
            Connection connection, String lock, String reached, Collection<UUID> ids, Part part) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        lock(connection, lock);
        return Query.list(connection, reached, select -> part.bind(select, part.bind(select, 1)), RaisedRows::reached);
    }

    private static void lock(Connection connection, String lock) throws SQLException {
        try (PreparedStatement wait = connection.prepareStatement(lock)) {
            wait.execute();
        }
    }

    static Reached reached(ResultSet row) throws SQLException {
        return new Reached(
                Rows.id(row, "notice_id"),
                AlertType.valueOf(row.getString("type")),
                Rows.id(row, "cause_id"),
                Optional.ofNullable(row.getObject("correlation_id", UUID.class)),
                Rows.id(row, "account_id"),
                Arrays.stream((String[]) row.getArray("told_as").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                Set.of((UUID[]) row.getArray("wanted_by").getArray()));
    }

    private static Map<UUID, Long> locked(Connection connection, List<Reached> reached) throws SQLException {
        List<UUID> recipients =
                reached.stream().map(Reached::recipient).distinct().toList();
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
    private static List<Numbered> numbered(List<Reached> reached, List<Told> told, Map<UUID, Long> last) {
        List<Numbered> numbered = new ArrayList<>();
        Iterator<Told> how = told.iterator();
        for (Reached one : reached) {
            Long number = last.computeIfPresent(one.recipient(), (_, before) -> before + 1);
            numbered.add(
                    new Numbered(one, how.next(), Objects.requireNonNull(number, "who holds a grant is a recipient")));
        }
        return numbered;
    }

    /**
     * Raises an alert for each whom a notice reaches.
     *
     * @param told how, in the same order
     * @return those that were not raised beside this transaction
     */
    public static List<RaisedAlert> raise(Connection connection, Instant now, List<Reached> reached, List<Told> told)
            throws SQLException {
        List<Numbered> alerts = numbered(reached, told, locked(connection, reached));
        Set<UUID> inserted = new HashSet<>(Query.list(
                connection,
                INSERT,
                insert -> {
                    insert.setObject(1, Rows.at(now));
                    Bind.<Numbered>rowsFrom(insert, 2, alerts)
                            .uuid(one -> one.alert().id())
                            .uuid(one -> one.reached().recipient())
                            .bigint(Numbered::number)
                            .uuid(one -> one.reached().notice())
                            .text(one -> one.told().channels().stream()
                                    .sorted()
                                    .map(Channel::name)
                                    .collect(Collectors.joining(",")))
                            .instant(one -> Rows.at(one.told().sendAt()));
                },
                row -> Rows.id(row, "alert_id")));
        Map<UUID, Long> last = new HashMap<>();
        alerts.forEach(one -> last.merge(one.reached().recipient(), one.number(), Math::max));
        try (PreparedStatement update = connection.prepareStatement(COUNTED)) {
            Bind.<Map.Entry<UUID, Long>>rows(update, last.entrySet())
                    .uuid(Map.Entry::getKey)
                    .bigint(Map.Entry::getValue);
            update.executeUpdate();
        }
        return alerts.stream()
                .map(Numbered::alert)
                .filter(alert -> inserted.contains(alert.id()))
                .toList();
    }
}
