package tranche.notifications.subject.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.flow.sql.Bind;
import tranche.notifications.subject.domain.Gated;

/** The table {@code gated_tranche}. */
public final class GatedRows {

    private static final String KEEP = """
            insert into gated_tranche (tranche_id, version, milestones)
            select distinct on (tranche_id) tranche_id, version, milestones::uuid[]
              from unnest(?::uuid[], ?::integer[], ?::text[]) as r(tranche_id, version, milestones)
             order by tranche_id, version desc
            on conflict (tranche_id) do update set version = excluded.version, milestones = excluded.milestones
             where gated_tranche.version < excluded.version
            """;

    private GatedRows() {}

    /** Keeps of each tranche the last version of its conditions. */
    public static void keep(Connection connection, List<Gated> gated) throws SQLException {
        if (gated.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            Bind.<Gated>rows(insert, gated)
                    .uuid(Gated::tranche)
                    .integer(Gated::version)
                    .text(one ->
                            one.milestones().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")));
            insert.executeUpdate();
        }
    }
}
