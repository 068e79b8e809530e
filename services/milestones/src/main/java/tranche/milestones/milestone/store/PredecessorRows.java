package tranche.milestones.milestone.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.milestone.domain.MilestoneState;
import tranche.milestones.milestone.domain.Neighbour;
import tranche.milestones.programme.domain.ProgrammeId;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.slip.domain.Link;

/** The table {@code predecessor}, and what is known of a milestone by its place in the plan. */
final class PredecessorRows {

    private static final String NEIGHBOURS = """
            with recursive before(id, deep) as (
                select * from unnest(?::uuid[], ?::boolean[])
                union
                select p.predecessor_id, true from before b join predecessor p on p.milestone_id = b.id where b.deep)
            select m.milestone_id, m.programme_id, m.project_id, m.state, m.forecast,
                   array(select p.predecessor_id from predecessor p where p.milestone_id = m.milestone_id
                          order by p.predecessor_id) as follows
              from milestone m where m.milestone_id in (select id from before)
            """;

    private static final String DROP = "delete from predecessor where milestone_id = any(?::uuid[])";

    private static final String INSERT = """
            insert into predecessor (milestone_id, predecessor_id, lag_days)
            select * from unnest(?::uuid[], ?::uuid[], ?::integer[])
            """;

    private PredecessorRows() {}

    /**
     * The neighbours that there are of these.
     *
     * @param wanted whether all that each follows is wanted too, up to the first
     */
    static Map<MilestoneId, Neighbour> neighbours(Connection connection, Map<MilestoneId, Boolean> wanted)
            throws SQLException {
        Map<MilestoneId, Neighbour> neighbours = new HashMap<>();
        if (!wanted.isEmpty()) {
            Query.list(
                            connection,
                            NEIGHBOURS,
                            select -> Bind.<Map.Entry<MilestoneId, Boolean>>rows(select, wanted.entrySet())
                                    .uuid(one -> one.getKey().value())
                                    .bool(Map.Entry::getValue),
                            row -> Map.entry(new MilestoneId(Rows.id(row, "milestone_id")), read(row)))
                    .forEach(one -> neighbours.put(one.getKey(), one.getValue()));
        }
        return neighbours;
    }

    private static Neighbour read(ResultSet row) throws SQLException {
        boolean isInPlan = MilestoneState.valueOf(row.getString("state")).isInPlan();
        Array follows = row.getArray("follows");
        return new Neighbour(
                new ProgrammeId(Rows.id(row, "programme_id")),
                new ProjectId(Rows.id(row, "project_id")),
                isInPlan ? Optional.of(row.getObject("forecast", LocalDate.class)) : Optional.empty(),
                Arrays.stream((UUID[]) follows.getArray()).map(MilestoneId::new).toList());
    }

    private record Row(MilestoneId milestone, Link<MilestoneId> link) {}

    /** Keeps what milestones follow now, of those whose plan is new or has changed. */
    static void save(Connection connection, Collection<Milestone> changed) throws SQLException {
        Map<MilestoneId, Milestone> last = new LinkedHashMap<>();
        changed.forEach(milestone -> last.put(milestone.id(), milestone));
        if (last.isEmpty()) {
            return;
        }
        try (PreparedStatement drop = connection.prepareStatement(DROP)) {
            Bind.<MilestoneId>rows(drop, last.keySet()).uuid(MilestoneId::value);
            drop.executeUpdate();
        }
        List<Row> rows = new ArrayList<>();
        last.values()
                .forEach(milestone ->
                        milestone.work().predecessors().forEach(link -> rows.add(new Row(milestone.id(), link))));
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Bind.<Row>rows(insert, rows)
                    .uuid(row -> row.milestone().value())
                    .uuid(row -> row.link().predecessor().value())
                    .integer(row -> row.link().lagDays());
            insert.executeUpdate();
        }
    }
}
