package tranche.milestones.plan.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.flow.read.Query;
import tranche.flow.sql.Bind;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.milestone.store.MilestoneRows;
import tranche.milestones.plan.domain.Position;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.slip.domain.Forecast;

/** The rows of plans: what hangs together, and where each milestone stands by the last run. */
public final class PlanRows {

    /** Along the links in both directions, from project to project. */
    private static final String TOGETHER = """
        with recursive together(project_id) as (
            select * from unnest(?::uuid[])
            union
            select beside.project_id
              from together t
             cross join lateral (
                select b.project_id
                  from milestone a
                  join predecessor p on p.milestone_id = a.milestone_id
                  join milestone b on b.milestone_id = p.predecessor_id
                 where a.project_id = t.project_id and b.project_id <> t.project_id
                union
                select b.project_id
                  from milestone a
                  join predecessor p on p.predecessor_id = a.milestone_id
                  join milestone b on b.milestone_id = p.milestone_id
                 where a.project_id = t.project_id and b.project_id <> t.project_id) beside)
        select project_id from together
        """;

    private static final String IN_PLAN = """
        select * from milestone
         where project_id = any(?::uuid[]) and state not in ('REMOVED', 'SUPERSEDED')
         order by milestone_id
        """;

    private static final String SAVE_DATES = """
        insert into plan (project_id, data_date)
        select * from unnest(?::uuid[], ?::date[])
        on conflict (project_id) do update set data_date = excluded.data_date
         where plan.data_date <> excluded.data_date
        """;

    private static final String SAVE = """
        insert into plan_position as p (milestone_id, project_id, calendar, duration_days, early_start, early_finish,
                                        late_start, late_finish, total_float_days, critical, driver_id)
        select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::integer[], ?::date[], ?::date[],
                             ?::date[], ?::date[], ?::integer[], ?::boolean[], ?::uuid[])
        on conflict (milestone_id) do update
           set calendar = excluded.calendar, duration_days = excluded.duration_days,
               early_start = excluded.early_start, early_finish = excluded.early_finish,
               late_start = excluded.late_start, late_finish = excluded.late_finish,
               total_float_days = excluded.total_float_days, critical = excluded.critical,
               driver_id = excluded.driver_id
         where (p.calendar, p.duration_days, p.early_start, p.early_finish, p.late_start, p.late_finish,
                p.total_float_days, p.critical, p.driver_id)
               is distinct from
               (excluded.calendar, excluded.duration_days, excluded.early_start, excluded.early_finish,
                excluded.late_start, excluded.late_finish, excluded.total_float_days, excluded.critical,
                excluded.driver_id)
        """;

    private static final String FORGET = """
        delete from plan_position p
         where p.project_id = any(?::uuid[])
           and not exists (select from unnest(?::uuid[]) as kept(milestone_id) where kept.milestone_id = p.milestone_id)
        """;

    private PlanRows() {}

    /** The projects, with all that they hang together with. */
    public static Set<ProjectId> together(Connection connection, Collection<ProjectId> projects) throws SQLException {
        return Query.list(
                        connection,
                        TOGETHER,
                        select -> Bind.<ProjectId>rows(select, projects).uuid(ProjectId::value),
                        row -> new ProjectId(row.getObject(1, UUID.class)))
                .stream()
                .collect(Collectors.toSet());
    }

    /** The milestones of projects, as far as they are in the plan. */
    public static List<Milestone> milestones(Connection connection, Collection<ProjectId> projects)
            throws SQLException {
        return Query.list(
                connection,
                IN_PLAN,
                select -> Bind.<ProjectId>rows(select, projects).uuid(ProjectId::value),
                MilestoneRows::read);
    }

    /**
     * Keeps what a run has given; of milestones that are in the plan no more nothing stays.
     *
     * @param dates the day of the run in the zone of each of its projects
     */
    public static void save(Connection connection, Map<ProjectId, LocalDate> dates, Collection<Position> positions)
            throws SQLException {
        try (PreparedStatement save = connection.prepareStatement(SAVE_DATES)) {
            Bind.<Map.Entry<ProjectId, LocalDate>>rows(save, dates.entrySet())
                    .uuid(entry -> entry.getKey().value())
                    .date(Map.Entry::getValue);
            save.executeUpdate();
        }
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            Bind.<ProjectId>rows(forget, dates.keySet()).uuid(ProjectId::value);
            Bind.<Position>rowsFrom(forget, 2, positions)
                    .uuid(position -> position.milestone().value());
            forget.executeUpdate();
        }
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            Bind.<Position>rows(save, positions)
                    .uuid(position -> position.milestone().value())
                    .uuid(position -> position.project().value())
                    .text(Position::calendar)
                    .integer(Position::durationDays)
                    .date(Position::earlyStart)
                    .date(Position::earlyFinish)
                    .date(position ->
                            position.room().map(Forecast.Room::latestStart).orElse(null))
                    .date(position ->
                            position.room().map(Forecast.Room::latestFinish).orElse(null))
                    .integer(position ->
                            position.room().map(Forecast.Room::totalFloatDays).orElse(null))
                    .bool(Position::critical)
                    .uuid(position -> position.driver().map(MilestoneId::value).orElse(null));
            save.executeUpdate();
        }
    }
}
