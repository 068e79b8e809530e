package tranche.milestones.tranche.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.milestones.programme.domain.ProgrammeId;
import tranche.milestones.tranche.domain.Tranche;
import tranche.milestones.tranche.domain.TrancheState;

/** The table {@code tranche}. */
public final class TrancheRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String LOAD = "select * from tranche where tranche_id = any(?::uuid[])";

    private static final String RESTING = """
            select t.*, wanted.milestone_id
              from unnest(?::uuid[], ?::jsonb[]) as wanted(milestone_id, named)
              join tranche t on t.milestones @> wanted.named
             order by t.tranche_id
            """;

    private static final String SAVE = """
            insert into tranche (tranche_id, programme_id, fund_id, name, state, milestones)
            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::jsonb[])
            on conflict (tranche_id) do update set state = excluded.state, milestones = excluded.milestones
            """;

    private TrancheRows() {}

    /** The tranches that there are of these. */
    public static Map<UUID, Tranche> load(Connection connection, Collection<UUID> ids) throws SQLException {
        Map<UUID, Tranche> tranches = new HashMap<>();
        if (!ids.isEmpty()) {
            Query.list(connection, LOAD, select -> Bind.<UUID>rows(select, ids).uuid(id -> id), TrancheRows::read)
                    .forEach(tranche -> tranches.put(tranche.id(), tranche));
        }
        return tranches;
    }

    /** The tranches whose present conditions name these milestones, by milestone, in the order of their ids: of their making. */
    public static Map<UUID, List<Tranche>> restingOn(Connection connection, Collection<UUID> milestones)
            throws SQLException {
        record Resting(UUID milestone, Tranche tranche) {}
        Map<UUID, List<Tranche>> resting = new HashMap<>();
        if (!milestones.isEmpty()) {
            Query.list(
                            connection,
                            RESTING,
                            select -> Bind.<UUID>rows(select, milestones)
                                    .uuid(milestone -> milestone)
                                    .column("jsonb", milestone -> json(Set.of(milestone))),
                            row -> new Resting(Rows.id(row, "milestone_id"), read(row)))
                    .forEach(one -> resting.computeIfAbsent(one.milestone(), _ -> new ArrayList<>())
                            .add(one.tranche()));
        }
        return resting;
    }

    /** Keeps what was told elsewhere. */
    public static void save(Connection connection, Collection<Tranche> tranches) throws SQLException {
        if (tranches.isEmpty()) {
            return;
        }
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            Bind.<Tranche>rows(save, tranches)
                    .uuid(Tranche::id)
                    .uuid(tranche -> tranche.programme().value())
                    .uuid(Tranche::fund)
                    .text(Tranche::name)
                    .text(tranche -> tranche.state().name())
                    .column("jsonb", tranche -> json(tranche.milestones()));
            save.executeUpdate();
        }
    }

    private static Tranche read(ResultSet row) throws SQLException {
        return new Tranche(
                Rows.id(row, "tranche_id"),
                new ProgrammeId(Rows.id(row, "programme_id")),
                Rows.id(row, "fund_id"),
                row.getString("name"),
                TrancheState.valueOf(row.getString("state")),
                ids(row.getString("milestones")));
    }

    private static String json(Set<UUID> ids) {
        try {
            return JSON.writeValueAsString(
                    ids.stream().map(UUID::toString).sorted().toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Set<UUID> ids(String json) {
        try {
            return Set.of(JSON.readValue(json, UUID[].class));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a column that is no JSON", broken);
        }
    }
}
