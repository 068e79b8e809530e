package tranche.notifications.subscription.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.subscription.domain.Range;
import tranche.notifications.subscription.domain.SubscriptionCommand.Subscribe;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;

/** Which of the things that subscriptions name are there for whoever names them: another cannot be told from none. */
public final class SeenRows {

    /** What funds and investors take part in is there for those whose grants are bound to them. */
    private static final String SEEN = """
            select distinct g.subscription_id
              from unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[])
                   as g(subscription_id, kind, id, programme_id, fund_id, investor_id, project_id)
              join place x on x.id = g.id and x.kind = g.kind
             where (g.programme_id is null or g.programme_id = x.programme_id
                    or x.kind = 'INVESTOR'
                       and exists (select from investor_of i
                                    where i.investor_id = x.id and i.programme_id = g.programme_id))
               and (g.project_id is null or g.project_id = x.project_id
                    or x.kind = 'PROGRAMME'
                       and exists (select from place p where p.id = g.project_id and p.programme_id = x.id))
               and (g.fund_id is null or g.fund_id = x.fund_id
                    or x.kind = 'INVESTOR'
                       and exists (select from investor_of i where i.investor_id = x.id and i.fund_id = g.fund_id)
                    or x.fund_id is null
                       and exists (select from fund_of f
                                    where f.fund_id = g.fund_id and f.programme_id = x.programme_id))
               and (g.investor_id is null or g.investor_id = x.investor_id
                    or exists (select from investor_of i
                                where i.investor_id = g.investor_id and i.programme_id = x.programme_id
                                  and (x.fund_id is null or i.fund_id = x.fund_id)))
            """;

    private SeenRows() {}

    private record Asked(Subscribe subscribe, Range.Thing thing, Grant grant) {}

    /** Those of these subscriptions, not yet made, whose thing their subscriber may see. */
    public static Set<UUID> seen(Connection connection, Collection<Subscribe> asked) throws SQLException {
        List<Asked> rows = asked.stream()
                .filter(one -> one.content().range() instanceof Range.Thing)
                .flatMap(one -> one.access().grants().stream()
                        .filter(SeenRows::isOfSomebody)
                        .map(grant -> new Asked(one, (Range.Thing) one.content().range(), grant)))
                .toList();
        if (rows.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(Query.list(
                connection,
                SEEN,
                select -> Bind.<Asked>rows(select, rows)
                        .uuid(one -> one.subscribe().id())
                        .text(one -> one.thing().kind().name())
                        .uuid(one -> one.thing().id())
                        .uuid(one -> one.grant().scope().programme().orElse(null))
                        .uuid(one -> one.grant().scope().fund().orElse(null))
                        .uuid(one -> one.grant().scope().investor().orElse(null))
                        .uuid(one -> one.grant().scope().project().orElse(null)),
                row -> Rows.id(row, "subscription_id")));
    }

    /** Who looks after the deployment sees nothing of what happens in it; an investor's contact reads its own. */
    private static boolean isOfSomebody(Grant grant) {
        return grant.role() != Role.ADMIN
                && (grant.role() != Role.INVESTOR || grant.scope().investor().isPresent());
    }
}
