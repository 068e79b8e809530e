package tranche.notifications.recipient.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.address.store.MailedRows;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.recipient.domain.Reach;
import tranche.values.actor.Access;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** How the investors of a fund are told, for those who see the fund as its staff. */
@Singleton
public class ReachViews {

    /** Who has never said in which language is told in English. */
    private static final String LIST = """
            select i.investor_id,
                   count(c.account_id) > 0 as contacts,
                   coalesce(bool_or(c.mail), false) as mail,
                   coalesce(bool_or(c.hook), false) as hook,
                   coalesce(array_agg(distinct c.language) filter (where c.language is not null), '{}') as languages
              from investor_of i
             cross join (select ?::timestamptz as at) t
              left join lateral (
                   select h.account_id, coalesce(r.language, 'en') as language,
                          %s and %s as mail,
                          %s and exists (select from webhook_endpoint e
                                   where e.owner_id = h.account_id and e.state in ('ACTIVE', 'DEGRADED')
                                     and e.created_at <= t.at and e.types && array['*', 'CC-03']) as hook
                     from grant_held h
                     left join recipient r on r.recipient_id = h.account_id
                    where h.role = 'INVESTOR' and h.investor_id = i.investor_id and h.project_id is null
                      and (h.programme_id is null or h.programme_id = i.programme_id)
                      and (h.fund_id is null or h.fund_id = i.fund_id)
                      and h.given_at <= t.at and (h.ended_at is null or h.ended_at > t.at)
                      and (h.until is null or h.until >= (t.at at time zone 'UTC')::date)) c on true
             where i.fund_id = ?
               and exists (select from commitment_of o
                            where o.fund_id = i.fund_id and o.investor_id = i.investor_id and o.is_held)
               and exists (select from unnest(?::uuid[], ?::uuid[], ?::uuid[]) as s(programme, fund, investor)
                            where (s.programme is null or s.programme = i.programme_id)
                              and (s.fund is null or s.fund = i.fund_id)
                              and (s.investor is null or s.investor = i.investor_id))
               and (?::uuid is null or i.investor_id > ?)
             group by i.investor_id
             order by i.investor_id
             limit ?
            """.formatted(
                    MailedRows.mailed("r", "t.at"),
                    MailedRows.wanted("h.account_id", AlertType.CC_03.name(), Channel.EMAIL.name()),
                    MailedRows.wanted("h.account_id", AlertType.CC_03.name(), Channel.WEBHOOK.name()));

    private final DataSource dataSource;

    ReachViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * In the order of their ids; of a fund that the caller does not see as its staff, none. One more than the limit, if there is
     * one.
     *
     * @param now as they would be told
     */
    public List<Reach> list(Access access, UUID fund, Instant now, Optional<UUID> after, int limit) {
        List<Scope> staff = access.scopesOf(Role.STAFF).stream()
                .filter(scope -> scope.project().isEmpty())
                .toList();
        return Query.list(
                dataSource,
                LIST,
                select -> {
                    select.setObject(1, Rows.at(now));
                    select.setObject(2, fund);
                    Bind.<Scope>rowsFrom(select, 3, staff)
                            .uuid(scope -> scope.programme().orElse(null))
                            .uuid(scope -> scope.fund().orElse(null))
                            .uuid(scope -> scope.investor().orElse(null));
                    int next = Rows.twice(select, 6, after);
                    select.setInt(next, limit + 1);
                },
                ReachViews::read);
    }

    private static Reach read(ResultSet row) throws SQLException {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        if (row.getBoolean("contacts")) {
            channels.add(Channel.PORTAL);
        }
        if (row.getBoolean("mail")) {
            channels.add(Channel.EMAIL);
        }
        if (row.getBoolean("hook")) {
            channels.add(Channel.WEBHOOK);
        }
        return new Reach(Rows.id(row, "investor_id"), channels, List.of((String[])
                row.getArray("languages").getArray()));
    }
}
