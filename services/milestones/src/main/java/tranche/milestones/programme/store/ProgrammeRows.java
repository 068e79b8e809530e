package tranche.milestones.programme.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.milestones.programme.domain.Programme;
import tranche.milestones.programme.domain.ProgrammeId;

/** The rows of programmes. */
public final class ProgrammeRows {

    private static final String LOAD = "select * from programme where programme_id = any(?::uuid[])";

    private static final String KEEP = """
            insert into programme (programme_id, zone)
            select * from unnest(?::uuid[], ?::text[])
            on conflict (programme_id) do nothing
            """;

    private ProgrammeRows() {}

    /** The programmes that there are of these. */
    public static Map<ProgrammeId, Programme> load(Connection connection, Collection<ProgrammeId> ids)
            throws SQLException {
        Map<ProgrammeId, Programme> programmes = new HashMap<>();
        if (!ids.isEmpty()) {
            Query.list(
                            connection,
                            LOAD,
                            select -> Bind.<ProgrammeId>rows(select, ids).uuid(ProgrammeId::value),
                            ProgrammeRows::read)
                    .forEach(programme -> programmes.put(programme.id(), programme));
        }
        return programmes;
    }

    /** Keeps programmes that were made elsewhere. */
    public static void keep(Connection connection, List<Programme> programmes) throws SQLException {
        if (programmes.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            Bind.<Programme>rows(insert, programmes)
                    .uuid(programme -> programme.id().value())
                    .text(programme -> programme.zone().getId());
            insert.executeUpdate();
        }
    }

    static Programme read(ResultSet row) throws SQLException {
        return new Programme(new ProgrammeId(Rows.id(row, "programme_id")), ZoneId.of(row.getString("zone")));
    }
}
