package tranche.notifications.notice.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.values.actor.Access;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** Which investors who hold a commitment of a fund have nobody who is reached by what must be told, for those who see the fund as its staff. */
@Singleton
public class UnreachedViews {

    private static final String LIST =
            """
            select i.investor_id
              from investor_of i
             cross join (select ?::timestamptz as at) t
             where i.fund_id = ?
               and exists (select from commitment_of c
                            where c.fund_id = i.fund_id and c.investor_id = i.investor_id and c.is_held)
               and exists (select from unnest(?::uuid[], ?::uuid[], ?::uuid[]) as s(programme, fund, investor)
                            where (s.programme is null or s.programme = i.programme_id)
                              and (s.fund is null or s.fund = i.fund_id)
                              and (s.investor is null or s.investor = i.investor_id))
               and not %s
               and (?::uuid is null or i.investor_id > ?)
             order by i.investor_id
             limit ?
            """.formatted(UnreachedRows.reached("i.investor_id", "i.programme_id", "i.fund_id", "t.at"));

    private final DataSource dataSource;

    UnreachedViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * In the order of their ids; of a fund that the caller does not see as its staff, none. One more than the limit, if there is
     * one.
     *
     * @param now as it would be told
     */
    public List<UUID> list(Access access, UUID fund, Instant now, Optional<UUID> after, int limit) {
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
                row -> Rows.id(row, "investor_id"));
    }
}
