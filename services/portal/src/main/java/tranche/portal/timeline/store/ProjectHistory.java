package tranche.portal.timeline.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.sql.Bind;
import tranche.portal.timeline.domain.ChangeKind;
import tranche.portal.timeline.domain.Evidence;
import tranche.portal.timeline.domain.EvidenceKind;
import tranche.portal.timeline.domain.Milestone;
import tranche.portal.timeline.domain.MilestonePicture;
import tranche.portal.timeline.domain.Outline;
import tranche.portal.timeline.domain.Project;
import tranche.portal.timeline.domain.ProjectDetail;
import tranche.portal.timeline.domain.TimelineStep;
import tranche.values.actor.Access;

/** One project with its milestones and its history, from the kept rows. */
@Singleton
final class ProjectHistory implements ProjectDetail {

    /** Milestones of a page: as many as an eye follows down a chart. */
    private static final int MILESTONES = 50;

    private static final String ONE = ProjectStore.COLUMNS + ProjectStore.FROM + " and p.project_id = ?";

    private static final String MINE =
            " from timeline_milestone m join timeline_project p using (project_id) where m.project_id = ? and "
                    + TimelineReach.PROJECT;

    /** Where the next milestone stands among all, counted from 0. */
    private static final String PLACES = """
            select count(*) as all,
                   coalesce((select count(*)
                               from timeline_milestone before
                               join (select m.baseline_date, m.milestone_id
                                       from timeline_milestone m
                                      where m.project_id = ? and\s""" + ProjectStore.OPEN + """
                                      order by m.forecast_date, m.milestone_id
                                      limit 1) next
                                 on (before.baseline_date, before.milestone_id) < (next.baseline_date, next.milestone_id)
                              where before.project_id = ?), 0) as next
            """ + MINE;

    private static final String MILESTONE_PAGE = "select m.*, v.whole from timeline_milestone m"
            + " join timeline_project p using (project_id)" + TimelineReach.VIEW + "where " + TimelineReach.PROJECT
            + " and m.project_id = ? order by m.baseline_date, m.milestone_id limit ? offset ?";

    /** Of a claim that stands: one that is rejected, withdrawn or revoked is void, and so is its evidence. */
    private static final String EVIDENCE = """
            select e.*
              from timeline_evidence e
              join timeline_milestone m on m.milestone_id = e.milestone_id and m.claims = e.claim
              join timeline_project p on p.project_id = m.project_id
             where e.milestone_id = any(?::uuid[]) and m.claimed_date is not null and\s""" + TimelineReach.WHOLE + " order by e.place";

    private static final String NAMES = """
            select m.milestone_id, m.name
              from timeline_milestone m
              join timeline_project p using (project_id)
             where m.milestone_id = any(?::uuid[]) and\s""" + TimelineReach.PROJECT;

    /** Who acted and in which words is told to whoever works on the project; why a forecast moved, to everybody. */
    private static final String STEP = """
            select h.*, m.name as milestone_name, case when v.whole then h.actor end as told_actor,
                   case when v.whole then a.name end as actor_name,
                   case when v.whole or h.kind in ('MILESTONE_SLIPPED', 'MILESTONE_ADVANCED', 'MILESTONE_FORECAST_CHANGED')
                        then h.text end as told_text
              from timeline_change h
              join timeline_project p using (project_id)
            """ + TimelineReach.VIEW + """
              left join timeline_milestone m on m.milestone_id = h.milestone_id
              left join account a on a.id = h.actor
             where\s""" + TimelineReach.TOLD;

    private static final String STEPS = STEP + " and h.project_id = ? order by h.place desc limit ?";

    private static final String STEPS_OF_ONE = STEP + " and h.milestone_id = ? order by h.place desc limit ?";

    private static final String ONE_MILESTONE = "select m.*, v.whole from timeline_milestone m"
            + " join timeline_project p using (project_id)" + TimelineReach.VIEW + "where " + TimelineReach.PROJECT
            + " and m.milestone_id = ?";

    private static final String OUTLINE = "select m.*, v.whole from timeline_milestone m"
            + " join timeline_project p using (project_id)" + TimelineReach.VIEW + "where " + TimelineReach.PROJECT
            + " and m.project_id = ? order by m.forecast_date, m.milestone_id";

    private static final String LINK = """
            select m.milestone_id, m.name, m.project_id, p.name as project_name, m.slip_days, m.reason
              from timeline_milestone m
              join timeline_project p on p.project_id = m.project_id
            """;

    private static final String LINKED = LINK + " where m.milestone_id = any(?::uuid[]) and " + TimelineReach.PROJECT;

    private static final String FOLLOWERS = LINK
            + " where m.predecessors @> array[?::uuid] and m.state not in ('REMOVED', 'SUPERSEDED') and "
            + TimelineReach.PROJECT + " order by m.forecast_date, m.milestone_id limit 50";

    /** From the latest claim on, and what was decided without one. */
    private static final String TRAILS = STEP + """
               and h.milestone_id = any(?::uuid[])
               and h.kind in ('MILESTONE_CLAIMED', 'EVIDENCE_SUBMITTED', 'MILESTONE_VERIFIED', 'MILESTONE_ACHIEVED',
                              'MILESTONE_REJECTED', 'MILESTONE_CLAIM_WITHDRAWN', 'MILESTONE_VERIFICATION_REVOKED',
                              'MILESTONE_WAIVED', 'MILESTONE_WAIVER_REVOKED', 'MILESTONE_REMOVED',
                              'MILESTONE_SUPERSEDED')
               and h.place >= coalesce((select max(c.place)
                                          from timeline_change c
                                         where c.milestone_id = h.milestone_id and c.kind = 'MILESTONE_CLAIMED'), 0)
             order by h.place
            """;

    private static final String LAST_PLACE = "select h.place from timeline_change h join timeline_project p"
            + " using (project_id)" + TimelineReach.VIEW + "where " + TimelineReach.TOLD
            + " and h.project_id = ? order by h.place desc limit 1";

    private final DataSource dataSource;

    ProjectHistory(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Optional<Project> of(Access access, UUID project) {
        return Query.list(
                        dataSource,
                        ONE,
                        select -> {
                            int next = TimelineReach.of(access).bindView(select, 1);
                            select.setObject(next, project);
                        },
                        row -> new Project(
                                ProjectStore.read(row),
                                Optional.ofNullable(row.getBigDecimal("latitude")),
                                Optional.ofNullable(row.getBigDecimal("longitude")),
                                row.getString("zone"),
                                row.getObject("start_date", LocalDate.class),
                                Optional.ofNullable(row.getString("source")),
                                Optional.ofNullable(row.getString("programme_name")),
                                row.getLong("slipped"),
                                row.getBoolean("significant")))
                .stream()
                .findFirst();
    }

    private record Places(int all, int next) {}

    /** A milestone, and whether the reader sees its project whole. */
    private record Seen(MilestonePicture picture, boolean whole) {}

    @Override
    public MilestonePage milestones(Access access, UUID project, Optional<Integer> asked) {
        TimelineReach reach = TimelineReach.of(access);
        Places places = Query.list(
                        dataSource,
                        PLACES,
                        select -> {
                            select.setObject(1, project);
                            select.setObject(2, project);
                            select.setObject(3, project);
                            reach.bindProject(select, 4);
                        },
                        row -> new Places(row.getInt("all"), row.getInt("next")))
                .getFirst();
        int pages = Math.max(1, (places.all() + MILESTONES - 1) / MILESTONES);
        int number = Math.clamp(asked.orElse(places.next() / MILESTONES + 1), 1, pages);
        List<Seen> seen = Query.list(
                dataSource,
                MILESTONE_PAGE,
                select -> {
                    int next = reach.bindView(select, 1);
                    select.setObject(next, project);
                    select.setInt(next + 1, MILESTONES);
                    select.setInt(next + 2, (number - 1) * MILESTONES);
                },
                row -> new Seen(MilestoneRows.read(row), row.getBoolean("whole")));
        return new MilestonePage(milestones(reach, seen), number, pages);
    }

    private List<Milestone> milestones(TimelineReach reach, List<Seen> seen) {
        List<UUID> ids = seen.stream().map(one -> one.picture().id()).toList();
        Map<UUID, List<Evidence>> evidence = Query.list(
                        dataSource,
                        EVIDENCE,
                        select -> {
                            Bind.<UUID>rows(select, ids).uuid(id -> id);
                            reach.bindWhole(select, 2);
                        },
                        ProjectHistory::evidence)
                .stream()
                .collect(Collectors.groupingBy(Evidence::milestone));
        Map<UUID, List<TimelineStep>> trails = Query.list(
                        dataSource,
                        TRAILS,
                        select -> {
                            int next = reach.bindView(select, 1);
                            Bind.<UUID>rowsFrom(select, next, ids).uuid(id -> id);
                        },
                        ProjectHistory::step)
                .stream()
                .collect(Collectors.groupingBy(step -> step.milestone().orElseThrow()));
        return seen.stream()
                .map(one -> new Milestone(
                        one.picture(),
                        one.whole(),
                        evidence.getOrDefault(one.picture().id(), List.of()),
                        trails.getOrDefault(one.picture().id(), List.of())))
                .toList();
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                row.getObject("evidence_id", UUID.class),
                row.getObject("milestone_id", UUID.class),
                EvidenceKind.valueOf(row.getString("kind")),
                row.getString("sha256"),
                row.getLong("size"),
                row.getString("media_type"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public Optional<Milestone> milestone(Access access, UUID milestone) {
        TimelineReach reach = TimelineReach.of(access);
        List<Seen> seen = Query.list(
                dataSource,
                ONE_MILESTONE,
                select -> {
                    int next = reach.bindView(select, 1);
                    select.setObject(next, milestone);
                },
                row -> new Seen(MilestoneRows.read(row), row.getBoolean("whole")));
        return milestones(reach, seen).stream().findFirst();
    }

    @Override
    public List<TimelineStep> stepsOf(Access access, UUID milestone, int limit) {
        return steps(STEPS_OF_ONE, access, milestone, limit);
    }

    @Override
    public List<Outline> outline(Access access, UUID project) {
        return Query.list(
                dataSource,
                OUTLINE,
                select -> {
                    int next = TimelineReach.of(access).bindView(select, 1);
                    select.setObject(next, project);
                },
                row -> {
                    MilestonePicture picture = MilestoneRows.read(row);
                    return new Outline(
                            picture.id(),
                            picture.name(),
                            picture.kind(),
                            picture.state(),
                            picture.slip().breach(),
                            picture.slip().days(),
                            picture.from(),
                            picture.days().now(),
                            picture.plan().predecessors());
                });
    }

    @Override
    public List<Linked> linked(Access access, List<UUID> milestones) {
        Map<UUID, Linked> found = Query.list(
                        dataSource,
                        LINKED,
                        select -> {
                            Bind.<UUID>rows(select, milestones).uuid(id -> id);
                            TimelineReach.of(access).bindProject(select, 2);
                        },
                        ProjectHistory::link)
                .stream()
                .collect(Collectors.toMap(Linked::milestone, Function.identity()));
        return milestones.stream().filter(found::containsKey).map(found::get).toList();
    }

    @Override
    public List<Linked> followers(Access access, UUID milestone) {
        return Query.list(
                dataSource,
                FOLLOWERS,
                select -> {
                    select.setObject(1, milestone);
                    TimelineReach.of(access).bindProject(select, 2);
                },
                ProjectHistory::link);
    }

    private static Linked link(ResultSet row) throws SQLException {
        return new Linked(
                row.getObject("milestone_id", UUID.class),
                row.getString("name"),
                row.getObject("project_id", UUID.class),
                row.getString("project_name"),
                row.getInt("slip_days"),
                Optional.ofNullable(row.getString("reason")));
    }

    @Override
    public Map<UUID, String> names(Access access, Set<UUID> milestones) {
        return Query.list(
                        dataSource,
                        NAMES,
                        select -> {
                            Bind.<UUID>rows(select, milestones).uuid(id -> id);
                            TimelineReach.of(access).bindProject(select, 2);
                        },
                        row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<TimelineStep> steps(Access access, UUID project, int limit) {
        return steps(STEPS, access, project, limit);
    }

    private List<TimelineStep> steps(String statement, Access access, UUID about, int limit) {
        TimelineReach reach = TimelineReach.of(access);
        return Query.list(
                dataSource,
                statement,
                select -> {
                    int next = reach.bindView(select, 1);
                    select.setObject(next, about);
                    select.setInt(next + 1, limit);
                },
                ProjectHistory::step);
    }

    private static TimelineStep step(ResultSet row) throws SQLException {
        return new TimelineStep(
                row.getObject("event_id", UUID.class),
                ChangeKind.valueOf(row.getString("kind")),
                row.getString("type"),
                row.getLong("sequence"),
                row.getLong("version"),
                row.getObject("effective", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("told_actor", UUID.class)),
                Optional.ofNullable(row.getString("actor_name")),
                Optional.ofNullable(row.getObject("milestone_id", UUID.class)),
                Optional.ofNullable(row.getString("milestone_name")),
                Optional.ofNullable(row.getObject("day", LocalDate.class)),
                Optional.ofNullable(row.getObject("day_before", LocalDate.class)),
                Optional.ofNullable(row.getObject("days", Integer.class)),
                Optional.ofNullable(row.getString("told_text")),
                Optional.ofNullable(row.getObject("count", Integer.class)));
    }

    @Override
    public long lastPlace(Access access, UUID project) {
        return Query.list(
                        dataSource,
                        LAST_PLACE,
                        select -> {
                            int next = TimelineReach.of(access).bindView(select, 1);
                            select.setObject(next, project);
                        },
                        row -> row.getLong(1))
                .stream()
                .findFirst()
                .orElse(0L);
    }
}
