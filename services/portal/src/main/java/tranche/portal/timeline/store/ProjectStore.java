package tranche.portal.timeline.store;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.portal.listing.store.ListCursor;
import tranche.portal.listing.store.ListOrder;
import tranche.portal.timeline.domain.MilestoneState;
import tranche.portal.timeline.domain.ProjectFilter;
import tranche.portal.timeline.domain.ProjectKind;
import tranche.portal.timeline.domain.ProjectList;
import tranche.portal.timeline.domain.ProjectRow;
import tranche.portal.timeline.domain.ProjectSort;
import tranche.portal.timeline.domain.ProjectTotals;
import tranche.portal.timeline.domain.Standing;
import tranche.values.actor.Access;

/** The list of projects, from the kept rows. */
@Singleton
final class ProjectStore implements ProjectList {

    /** What is still to be reached or verified. */
    static final String OPEN =
            "m.state in ('PLANNED', 'IN_PROGRESS', 'CLAIMED', 'EVIDENCE_SUBMITTED', 'VERIFIED', 'REJECTED')";

    static final String COLUMNS = """
            select p.*, coalesce(r.sample, false) as sample, r.name as programme_name, s.standing, n.milestone_id as next_id,
                   n.name as next_name, n.state as next_state, n.baseline_date as next_baseline,
                   n.forecast_date as next_day, n.slip_days as next_slip, a.slip, a.milestones, a.achieved,
                   case when v.whole then a.claimed end as claimed, a.slipped, a.significant > 0 as significant""";

    static final String FROM = " " + """
              from timeline_project p
              left join raise_programme r using (programme_id)
              left join lateral (select m.*
                                   from timeline_milestone m
                                  where m.project_id = p.project_id and\s""" + OPEN + """
                                  order by m.forecast_date, m.milestone_id
                                  limit 1) n on true
             cross join lateral (select max(m.slip_days) filter (where\s""" + OPEN + """
                                        ) as slip,
                                        count(*) filter (where m.slip_days > 0 and\s""" + OPEN + """
                                        ) as slipped,
                                        count(*) filter (where\s""" + OPEN + """
                                        ) as open,
                                        count(*) filter (where m.breach = 'CRITICAL' and\s""" + OPEN + """
                                        ) as critical,
                                        count(*) filter (where m.breach = 'SIGNIFICANT' and\s""" + OPEN + """
                                        ) as significant,
                                        count(*) as planned,
                                        count(*) filter (where m.state not in ('REMOVED', 'SUPERSEDED')) as milestones,
                                        count(*) filter (where m.state = 'ACHIEVED') as achieved,
                                        count(*) filter (where m.state in ('CLAIMED', 'EVIDENCE_SUBMITTED', 'VERIFIED'))
                                          as claimed
                                   from timeline_milestone m
                                  where m.project_id = p.project_id) a
             cross join lateral (select case when p.stopped then 'STOPPED'
                                             when a.critical > 0 then 'CRITICAL'
                                             when a.slipped > 0 then 'SLIPPED'
                                             when a.open > 0 then 'ON_PLAN'
                                             when a.achieved > 0 then 'COMPLETE'
                                             when a.planned > 0 then 'NOTHING_OPEN'
                                             else 'UNPLANNED' end as standing) s
            """
            + TimelineReach.VIEW + " where " + TimelineReach.PROJECT;

    private static final String FILTERED = FROM + """
               and (?::uuid is null or p.programme_id = ?)
               and (?::text is null or p.kind = ?)
               and (?::text is null or p.country = ?)
               and (?::text is null or s.standing = ?)
               and (?::text is null or position(lower(?) in lower(p.name)) > 0 or position(lower(?) in lower(p.region)) > 0)
            """;

    private static final String TOTALS = """
            select count(*) as projects, count(*) filter (where s.standing in ('CRITICAL', 'SLIPPED')) as late,
                   coalesce(sum(a.milestones), 0) as milestones, coalesce(sum(a.achieved), 0) as achieved
            """ + FILTERED;

    private static final String COUNTRIES =
            "select distinct p.country from timeline_project p where " + TimelineReach.PROJECT + " order by p.country";

    private static final String PROGRAMMES =
            "select distinct programme_id, r.name from timeline_project p join raise_programme r using (programme_id) where "
                    + TimelineReach.PROJECT + " order by r.name, programme_id";

    /** Walks back from the newest change to the first that the caller may see. */
    private static final String LAST_PLACE = "select h.place from timeline_change h join timeline_project p"
            + " using (project_id)" + TimelineReach.VIEW + "where " + TimelineReach.TOLD
            + " order by h.place desc limit 1";

    private final DataSource dataSource;

    ProjectStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Page page(Access access, ProjectFilter filter, ProjectSort sort, Optional<String> after, int limit) {
        ListOrder order = ProjectOrder.of(sort);
        Optional<ListCursor> cursor = after.map(text -> ListCursor.parse(text, sort.code(), filter, order));
        String sql = COLUMNS + order.columns() + FILTERED + (cursor.isPresent() ? order.after() : "") + order.orderBy()
                + " limit ?";
        List<ListCursor> ends = new ArrayList<>();
        List<ProjectRow> rows = Query.list(
                dataSource,
                sql,
                select -> {
                    int next = bind(select, access, filter);
                    for (String value : cursor.map(ListCursor::values).orElse(List.of())) {
                        select.setString(next++, value);
                    }
                    // One more than asked for tells whether another page follows.
                    select.setInt(next, limit + 1);
                },
                row -> {
                    ends.add(order.end(row));
                    return read(row);
                });
        return rows.size() <= limit
                ? new Page(rows, Optional.empty())
                : new Page(
                        rows.subList(0, limit), Optional.of(ends.get(limit - 1).text(sort.code(), filter)));
    }

    private static int bind(PreparedStatement select, Access access, ProjectFilter filter) throws SQLException {
        int next = TimelineReach.of(access).bindView(select, 1);
        for (Optional<?> part : List.of(
                filter.programme(),
                filter.kind().map(Enum::name),
                filter.country(),
                filter.standing().map(Enum::name))) {
            select.setObject(next++, part.orElse(null));
            select.setObject(next++, part.orElse(null));
        }
        for (int i = 0; i < 3; i++) {
            select.setString(next++, filter.text().orElse(null));
        }
        return next;
    }

    /** Reads a row of {@link #COLUMNS}. */
    static ProjectRow read(ResultSet row) throws SQLException {
        UUID next = row.getObject("next_id", UUID.class);
        return new ProjectRow(
                row.getObject("project_id", UUID.class),
                row.getObject("programme_id", UUID.class),
                row.getString("name"),
                ProjectKind.valueOf(row.getString("kind")),
                row.getString("region"),
                row.getString("country"),
                Standing.valueOf(row.getString("standing")),
                next == null
                        ? Optional.empty()
                        : Optional.of(new ProjectRow.Next(
                                next,
                                row.getString("next_name"),
                                MilestoneState.valueOf(row.getString("next_state")),
                                row.getObject("next_baseline", LocalDate.class),
                                row.getObject("next_day", LocalDate.class),
                                row.getInt("next_slip"))),
                Optional.ofNullable(row.getObject("slip", Integer.class)),
                row.getLong("milestones"),
                row.getLong("achieved"),
                Optional.ofNullable(row.getObject("claimed", Long.class)),
                row.getBoolean("unverified"),
                row.getBoolean("sample"));
    }

    @Override
    public ProjectTotals totals(Access access, ProjectFilter filter) {
        return Query.list(
                        dataSource,
                        TOTALS,
                        select -> bind(select, access, filter),
                        row -> new ProjectTotals(
                                row.getLong("projects"),
                                row.getLong("late"),
                                row.getLong("milestones"),
                                row.getLong("achieved")))
                .getFirst();
    }

    @Override
    public List<String> countries(Access access) {
        return Query.list(
                dataSource,
                COUNTRIES,
                select -> TimelineReach.of(access).bindProject(select, 1),
                row -> row.getString(1));
    }

    @Override
    public List<Programme> programmes(Access access) {
        return Query.list(
                dataSource,
                PROGRAMMES,
                select -> TimelineReach.of(access).bindProject(select, 1),
                row -> new Programme(row.getObject(1, UUID.class), row.getString(2)));
    }

    @Override
    public long lastPlace(Access access) {
        return Query.list(
                        dataSource,
                        LAST_PLACE,
                        select -> TimelineReach.of(access).bindView(select, 1),
                        row -> row.getLong(1))
                .stream()
                .findFirst()
                .orElse(0L);
    }
}
