package tranche.commitments.drawdown.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;

/**
 * A tranche that may be moved by what is told of an object that its conditions name.
 *
 * @param object a milestone or another tranche
 */
public record Waiting(UUID fund, TrancheId tranche, UUID object) {

    private static final String AWAITING = """
              from unnest(?::uuid[], ?::jsonb[]) as told(object_id, awaiting)
              join tranche t on t.awaits @> told.awaiting
            """;

    /** Drafts with the others: one that is being approved waits by the time that its fund is locked. */
    private static final String FUNDS =
            "select distinct t.fund_id" + AWAITING + " where t.state not in ('RELEASED', 'CANCELLED')";

    private static final String OF = "select t.fund_id, t.tranche_id, told.object_id" + AWAITING
            + " where t.state in ('LOCKED', 'CONDITIONS_MET', 'CALL_DRAFTED') order by t.fund_id, t.tranche_id";

    /** The funds with tranches that wait for the objects, or will once they are approved. */
    public static Set<UUID> funds(Connection connection, Collection<UUID> objects) throws SQLException {
        return objects.isEmpty()
                ? Set.of()
                : new HashSet<>(Query.list(
                        connection,
                        FUNDS,
                        select -> Bind.<UUID>rows(select, objects)
                                .uuid(object -> object)
                                .column("jsonb", ConditionJson::awaiting),
                        row -> Rows.id(row, "fund_id")));
    }

    /** The tranches that wait for the objects, once for each object. */
    public static List<Waiting> of(Connection connection, Collection<UUID> objects) throws SQLException {
        return objects.isEmpty()
                ? List.of()
                : Query.list(
                        connection,
                        OF,
                        select -> Bind.<UUID>rows(select, objects)
                                .uuid(object -> object)
                                .column("jsonb", ConditionJson::awaiting),
                        row -> new Waiting(
                                Rows.id(row, "fund_id"),
                                new TrancheId(Rows.id(row, "tranche_id")),
                                Rows.id(row, "object_id")));
    }
}
