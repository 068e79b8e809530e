package tranche.milestones.plan.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.plan.domain.Position;
import tranche.milestones.project.domain.Project;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.project.store.ProjectRows;
import tranche.milestones.slip.domain.Forecast;

/** Plans as the last run has left them. Whether a caller sees the project is asked before. */
@Singleton
public class PlanViews {

    private static final String DATE = "select data_date from plan where project_id = ?";

    private static final String POSITIONS = "select * from plan_position where project_id = ? order by milestone_id";

    /** Of what is in the plan: with what leaves it its links hold nothing up. */
    private static final String EDGES = """
        select l.predecessor_id, l.milestone_id, l.lag_days
          from predecessor l
          join plan_position n on n.milestone_id = l.milestone_id
          join plan_position b on b.milestone_id = l.predecessor_id
         where n.project_id = ?
         order by l.milestone_id, l.predecessor_id
        """;

    /** Today is no later anywhere than at the first place that a day reaches. */
    private static final String PASSED = """
        select p.*, m.forecast
          from (select project_id, min(forecast) as forecast
                  from milestone
                 where state not in ('ACHIEVED', 'WAIVED', 'REMOVED', 'SUPERSEDED') and forecast < ?
                 group by project_id) m
          join project p using (project_id)
         where p.state = 'ACTIVE' and (?::uuid is null or project_id > ?)
         order by project_id
         limit ?
        """;

    private static final ZoneOffset FIRST_TO_REACH_A_DAY = ZoneOffset.ofHours(14);

    private final DataSource dataSource;

    PlanViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A link: the one must be finished so many working days before the other starts. */
    public record Edge(MilestoneId from, MilestoneId to, int lagDays) {}

    /** A project with the earliest forecast of what is not reached in it. */
    public record Passed(Project project, LocalDate forecast) {}

    /**
     * Projects in which a forecast has passed, in the order of their ids; in some of them its last day may not be over yet.
     *
     * @param after the last one of the page before; empty for the first page
     */
    public List<Passed> passed(Instant now, Optional<ProjectId> after, int limit) {
        return Query.list(
                dataSource,
                PASSED,
                select -> {
                    select.setObject(1, LocalDate.ofInstant(now, FIRST_TO_REACH_A_DAY));
                    select.setObject(2, after.map(ProjectId::value).orElse(null));
                    select.setObject(3, after.map(ProjectId::value).orElse(null));
                    select.setInt(4, limit);
                },
                row -> new Passed(ProjectRows.read(row), row.getObject("forecast", LocalDate.class)));
    }

    /** The day of the last run; empty before the first. */
    public Optional<LocalDate> date(ProjectId project) {
        return Query.list(
                        dataSource,
                        DATE,
                        select -> select.setObject(1, project.value()),
                        row -> row.getObject(1, LocalDate.class))
                .stream()
                .findFirst();
    }

    /** In the order of the milestones' ids. */
    public List<Position> positions(ProjectId project) {
        return Query.list(dataSource, POSITIONS, select -> select.setObject(1, project.value()), PlanViews::position);
    }

    /** What the project's milestones follow, in whatever project of the programme. */
    public List<Edge> edges(ProjectId project) {
        return Query.list(
                dataSource,
                EDGES,
                select -> select.setObject(1, project.value()),
                row -> new Edge(
                        new MilestoneId(row.getObject(1, UUID.class)),
                        new MilestoneId(row.getObject(2, UUID.class)),
                        row.getInt(3)));
    }

    private static Position position(ResultSet row) throws SQLException {
        Optional<LocalDate> lateStart = Rows.date(row, "late_start");
        return new Position(
                new MilestoneId(Rows.id(row, "milestone_id")),
                new ProjectId(Rows.id(row, "project_id")),
                row.getString("calendar"),
                row.getInt("duration_days"),
                row.getObject("early_start", LocalDate.class),
                row.getObject("early_finish", LocalDate.class),
                lateStart.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Forecast.Room(
                                lateStart.get(),
                                row.getObject("late_finish", LocalDate.class),
                                row.getInt("total_float_days"))),
                row.getBoolean("critical"),
                Optional.ofNullable(row.getObject("driver_id", UUID.class)).map(MilestoneId::new));
    }
}
