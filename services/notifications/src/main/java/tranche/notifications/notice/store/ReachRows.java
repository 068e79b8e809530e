package tranche.notifications.notice.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;

/** Which grants reach which notices: when an alert is raised, and once more before it leaves the house; then, too, whether there is
 * still something to tell (rule N-6). */
public final class ReachRows {

    /**
     * Whether a grant {@code h} with one of the roles covers what a notice {@code n} is about. An investor's contact is told of
     * what is the investor's own: a grant that names none reaches none. What is an account's own is told to this account alone.
     */
    static final String COVERS = """
            (n.account_id = h.account_id or n.account_id is null
            and (h.role <> 'INVESTOR' or h.investor_id is not null)
            and (h.programme_id is null or h.programme_id = n.programme_id)
            and (h.project_id is null or h.project_id = n.project_id)
            and (h.fund_id is null or h.fund_id = n.fund_id
                 or n.published and n.fund_id is null
                    and exists (select from fund_of f
                                 where f.fund_id = h.fund_id and f.programme_id = n.programme_id))
            and (h.investor_id is null or h.investor_id = n.investor_id
                 or n.published and n.investor_id is null
                    and exists (select from investor_of i
                                 where i.investor_id = h.investor_id and i.programme_id = n.programme_id
                                   and (n.fund_id is null or i.fund_id = n.fund_id)
                                   and (h.fund_id is null or i.fund_id = h.fund_id)
                                   and i.since <= n.recorded_at))) """;

    private static final String STILL = """
            select a.alert_id
              from alert a
              join notice n on n.notice_id = a.notice_id
             where a.alert_id = any(?::uuid[])
               and exists (select from grant_held h
                            where h.account_id = a.recipient_id and h.role = any(n.readers)
                              and h.ended_at is null and (h.until is null or h.until >= ?)
                              and %s)
            """.formatted(COVERS);

    private static final String SUPERSEDED = """
            select a.alert_id from alert a join notice n on n.notice_id = a.notice_id
             where a.alert_id = any(?::uuid[]) and n.settled_at is not null
            """;

    private ReachRows() {}

    /** Those of these alerts whose recipients hold, today, a grant that reaches them. */
    public static Set<UUID> still(Connection connection, Collection<UUID> alerts, Instant now) throws SQLException {
        return new HashSet<>(Query.list(
                connection,
                STILL,
                select -> {
                    Bind.<UUID>rows(select, alerts).uuid(id -> id);
                    select.setObject(2, LocalDate.ofInstant(now, ZoneOffset.UTC));
                },
                row -> Rows.id(row, "alert_id")));
    }

    /** Those of these alerts about which there is nothing left to see to. */
    public static Set<UUID> superseded(Connection connection, Collection<UUID> alerts) throws SQLException {
        return new HashSet<>(Query.list(
                connection,
                SUPERSEDED,
                select -> Bind.<UUID>rows(select, alerts).uuid(id -> id),
                row -> Rows.id(row, "alert_id")));
    }
}
