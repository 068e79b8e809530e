package tranche.notifications.notice.store;

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
import tranche.notifications.address.store.MailedRows;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.notice.domain.IssuedCall;
import tranche.notifications.notice.domain.Unreached;

/** Which investors have nobody who is reached by what must be told; and the table {@code issued_call}. */
public final class UnreachedRows {

    /**
     * Whether somebody is reached of an investor, for a fund, at a time: a contact whose address is known to be his, or who has a
     * webhook that works and takes notices of calls, and who has not turned that way off.
     */
    private static final String REACHED = """
            exists (select from grant_held h
                      left join recipient r on r.recipient_id = h.account_id
                     where h.role = 'INVESTOR' and h.investor_id = %1$s and h.project_id is null
                       and (h.programme_id is null or h.programme_id = %2$s) and (h.fund_id is null or h.fund_id = %3$s)
                       and h.given_at <= %4$s and (h.ended_at is null or h.ended_at > %4$s)
                       and (h.until is null or h.until >= (%4$s at time zone 'UTC')::date)
                       and ((%5$s and %6$s)
                            or (%7$s and exists (select from webhook_endpoint e
                                        where e.owner_id = h.account_id and e.state in ('ACTIVE', 'DEGRADED')
                                          and e.created_at <= %4$s and e.types && array['*', 'CC-03'])))) """;

    private static final String KEEP = """
            insert into issued_call (call_id, cause_id, recorded_at, programme_id, fund_id, lines)
            select * from unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::uuid[], ?::uuid[], ?::integer[])
            on conflict (call_id) do nothing
            """;

    /** A call is looked at once the notices of all of its lines are there, and only where it was not told yet. */
    private static final String OF_CALLS = """
            select c.*, count(*) as investors,
                   (array_agg(u.investor_id order by u.name nulls last, u.investor_id))[1:%2$d] as named
              from issued_call c
             cross join lateral (
                   select distinct n.investor_id, k.name
                     from notice n left join known_name k on k.id = n.investor_id
                    where n.subject_id = c.call_id and n.type = 'CC_03' and not %1$s) u
             where c.call_id = any(?::uuid[])
               and c.lines = (select count(*) from notice l where l.subject_id = c.call_id and l.type = 'CC_03')
               and not exists (select from notice t where t.cause_id = c.cause_id and t.type = 'NT_01')
             group by c.call_id
            """.formatted(
                    reached("n.investor_id", "c.programme_id", "c.fund_id", "c.recorded_at"), Unreached.MOST_NAMED);

    private UnreachedRows() {}

    /** The condition that somebody is reached of an investor, of columns and parameters as they are called in a statement. */
    public static String reached(String investor, String programme, String fund, String at) {
        return REACHED.formatted(
                investor,
                programme,
                fund,
                at,
                MailedRows.mailed("r", at),
                MailedRows.wanted("h.account_id", AlertType.CC_03.name(), Channel.EMAIL.name()),
                MailedRows.wanted("h.account_id", AlertType.CC_03.name(), Channel.WEBHOOK.name()));
    }

    /** Keeps which calls were issued. */
    public static void keep(Connection connection, List<IssuedCall> calls) throws SQLException {
        if (calls.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            Bind.<IssuedCall>rows(insert, calls)
                    .uuid(IssuedCall::id)
                    .uuid(IssuedCall::cause)
                    .instant(call -> Rows.at(call.recordedAt()))
                    .uuid(IssuedCall::programme)
                    .uuid(IssuedCall::fund)
                    .integer(IssuedCall::lines);
            insert.executeUpdate();
        }
    }

    /** Those of these calls of which all lines are told and some investors reach nobody, and of which that was not told yet. */
    public static List<Unreached> ofCalls(Connection connection, Collection<UUID> calls) throws SQLException {
        return calls.isEmpty()
                ? List.of()
                : Query.list(
                        connection,
                        OF_CALLS,
                        select -> Bind.<UUID>rows(select, calls).uuid(id -> id),
                        UnreachedRows::read);
    }

    private static Unreached read(ResultSet row) throws SQLException {
        return new Unreached(
                new IssuedCall(
                        Rows.id(row, "call_id"),
                        Rows.id(row, "cause_id"),
                        Rows.instant(row, "recorded_at").orElseThrow(),
                        Rows.id(row, "programme_id"),
                        Rows.id(row, "fund_id"),
                        row.getInt("lines")),
                row.getInt("investors"),
                List.of((UUID[]) row.getArray("named").getArray()));
    }
}
