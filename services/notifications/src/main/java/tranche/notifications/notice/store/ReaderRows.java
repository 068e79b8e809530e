package tranche.notifications.notice.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.values.actor.Role;

/** As what somebody reads an alert, and whom it may see by name: columns for statements that read alerts with their notices. */
public final class ReaderRows {

    /**
     * {@code held}: roles by which the recipient was told and which it still holds. {@code seen}: the investors that take part in
     * what is told and that it may see: the staff of the deployment, of the programme or of the fund sees all of them, whoever
     * holds a grant for one of them sees that one. What was withdrawn since shows nothing any more.
     */
    private static final String COLUMNS = """
            (select coalesce(string_agg(distinct h.role, ','), '') from grant_held h
              where h.account_id = %1$s.recipient_id and h.ended_at is null and h.role = any(%2$s.roles)) as held,
            (select coalesce(array_agg(distinct p.investor_id), '{}')
               from jsonb_each(%2$s.figures) as f(name, figure)
              cross join lateral (values ((f.figure ->> 'party')::uuid)) as p(investor_id)
              where p.investor_id is not null
                and exists (select from grant_held h
                             where h.account_id = %1$s.recipient_id and h.ended_at is null
                               and (h.until is null or h.until >= (%2$s.recorded_at at time zone 'UTC')::date)
                               and h.role in ('FUND_MANAGER', 'APPROVER', 'AUDITOR', 'INVESTOR') and h.project_id is null
                               and (h.programme_id is null or h.programme_id = %2$s.programme_id)
                               and (h.fund_id is null or h.fund_id = %2$s.fund_id)
                               and (h.investor_id = p.investor_id
                                    or h.investor_id is null and h.role <> 'INVESTOR'))) as seen""";

    private ReaderRows() {}

    /**
     * The columns.
     *
     * @param alert name of the alert's row in the statement
     * @param notice name of the notice's row in it
     */
    public static String columns(String alert, String notice) {
        return COLUMNS.formatted(alert, notice);
    }

    /** Roles by which the recipient was told and which it still holds. */
    public static Set<Role> held(ResultSet row) throws SQLException {
        return Arrays.stream(row.getString("held").split(","))
                .filter(role -> !role.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Investors that the recipient may see. */
    public static Set<UUID> seen(ResultSet row) throws SQLException {
        return Set.of((UUID[]) row.getArray("seen").getArray());
    }
}
