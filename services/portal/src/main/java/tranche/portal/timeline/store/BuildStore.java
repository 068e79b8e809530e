package tranche.portal.timeline.store;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.portal.timeline.domain.ChangeKind;
import tranche.portal.timeline.domain.ProgrammeBuild;
import tranche.values.actor.Access;

/** What is built in a programme, from the kept rows. */
@Singleton
final class BuildStore implements ProgrammeBuild {

    private static final String SITES =
            ProjectStore.COLUMNS + ProjectStore.FROM + " and p.programme_id = ?" + " order by p.name, p.project_id";

    private static final String NEXT = """
            select m.milestone_id, m.name, m.forecast_date, m.slip_days, p.project_id, p.name as project_name
              from timeline_milestone m
              join timeline_project p on p.project_id = m.project_id
             where m.programme_id = ? and not p.stopped and\s""" + ProjectStore.OPEN + " and " + TimelineReach.PROJECT
            + " order by m.forecast_date, m.milestone_id limit ?";

    private static final String TOLD = " from timeline_change h join timeline_project p using (project_id)"
            + TimelineReach.VIEW + "left join timeline_milestone m on m.milestone_id = h.milestone_id"
            + " where " + TimelineReach.TOLD + " and p.programme_id = ? and h.kind in " + TimelineReach.NEWS;

    /** Why a forecast moved is told to everybody, other words to whoever works on the project. */
    private static final String LATEST = """
            select h.*, p.name as project_name, m.name as milestone_name,
                   case when v.whole or h.kind in ('MILESTONE_SLIPPED', 'MILESTONE_ADVANCED') then h.text end as told_text
            """ + TOLD + " order by h.place desc limit ?";

    private static final String COUNTS = "select h.kind, count(*)" + TOLD + " and h.recorded_at > ? group by h.kind";

    private final DataSource dataSource;

    BuildStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public List<Site> sites(Access access, UUID programme) {
        return Query.list(
                dataSource,
                SITES,
                select -> {
                    int next = TimelineReach.of(access).bindView(select, 1);
                    select.setObject(next, programme);
                },
                row -> new Site(ProjectStore.read(row), place(row)));
    }

    private static Optional<Place> place(ResultSet row) throws SQLException {
        BigDecimal latitude = row.getBigDecimal("latitude");
        BigDecimal longitude = row.getBigDecimal("longitude");
        return latitude == null || longitude == null ? Optional.empty() : Optional.of(new Place(latitude, longitude));
    }

    @Override
    public List<Next> next(Access access, UUID programme, int limit) {
        return Query.list(
                dataSource,
                NEXT,
                select -> {
                    select.setObject(1, programme);
                    int next = TimelineReach.of(access).bindProject(select, 2);
                    select.setInt(next, limit);
                },
                row -> new Next(
                        row.getObject("milestone_id", UUID.class),
                        row.getString("name"),
                        row.getObject("project_id", UUID.class),
                        row.getString("project_name"),
                        row.getObject("forecast_date", LocalDate.class),
                        row.getInt("slip_days")));
    }

    @Override
    public List<News> latest(Access access, UUID programme, int limit) {
        return Query.list(
                dataSource,
                LATEST,
                select -> {
                    int next = TimelineReach.of(access).bindView(select, 1);
                    select.setObject(next, programme);
                    select.setInt(next + 1, limit);
                },
                BuildStore::news);
    }

    private static News news(ResultSet row) throws SQLException {
        return new News(
                row.getLong("place"),
                row.getObject("event_id", UUID.class),
                ChangeKind.valueOf(row.getString("kind")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("project_id", UUID.class),
                row.getString("project_name"),
                Optional.ofNullable(row.getObject("milestone_id", UUID.class)),
                Optional.ofNullable(row.getString("milestone_name")),
                Optional.ofNullable(row.getObject("day", LocalDate.class)),
                Optional.ofNullable(row.getObject("day_before", LocalDate.class)),
                Optional.ofNullable(row.getObject("days", Integer.class)),
                Optional.ofNullable(row.getString("told_text")));
    }

    @Override
    public Map<ChangeKind, Integer> countsSince(Access access, UUID programme, Instant since) {
        Map<ChangeKind, Integer> counts = new EnumMap<>(ChangeKind.class);
        Query.list(
                        dataSource,
                        COUNTS,
                        select -> {
                            int next = TimelineReach.of(access).bindView(select, 1);
                            select.setObject(next, programme);
                            select.setObject(next + 1, OffsetDateTime.ofInstant(since, ZoneOffset.UTC));
                        },
                        row -> Map.entry(ChangeKind.valueOf(row.getString(1)), row.getInt(2)))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }
}
