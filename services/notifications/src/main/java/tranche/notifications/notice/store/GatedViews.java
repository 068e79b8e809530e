package tranche.notifications.notice.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;

/** Which tranches are conditional on milestones, as far as that was heard by now. */
public final class GatedViews {

    private static final String OF = """
            select m.milestone_id, g.tranche_id
              from unnest(?::uuid[]) as m(milestone_id)
              join gated_tranche g on g.milestones @> array[m.milestone_id]
             order by g.tranche_id
            """;

    private GatedViews() {}

    /** Tranches by milestone, in one order; a milestone on which none is conditional is left out. */
    public static Map<UUID, List<UUID>> of(Connection connection, Collection<UUID> milestones) throws SQLException {
        Map<UUID, List<UUID>> tranches = new HashMap<>();
        if (milestones.isEmpty()) {
            return tranches;
        }
        Query.list(
                        connection,
                        OF,
                        select -> Bind.<UUID>rows(select, milestones).uuid(id -> id),
                        row -> Map.entry(Rows.id(row, "milestone_id"), Rows.id(row, "tranche_id")))
                .forEach(one -> tranches.computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                        .add(one.getValue()));
        return tranches;
    }
}
