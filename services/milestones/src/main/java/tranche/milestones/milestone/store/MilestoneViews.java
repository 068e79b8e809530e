package tranche.milestones.milestone.store;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.milestone.domain.MilestoneKind;
import tranche.milestones.milestone.domain.MilestoneState;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.project.store.Reach;
import tranche.values.actor.Access;
import tranche.values.register.AsOf;

/** Milestones as a caller may see them. */
@Singleton
public class MilestoneViews {

    private static final String ONE =
            "select x.* from " + MilestoneRows.TABLE.asOf() + " x where x.milestone_id = ? and " + Reach.SEEN;

    private static final String LIST = "select x.* from " + MilestoneRows.TABLE.asOf() + " x where " + Reach.SEEN
            + " and (?::uuid is null or x.project_id = ?) and (?::uuid is null or x.programme_id = ?)"
            + " and (?::text is null or x.kind = ?) and (?::text is null or x.state = ?)"
            + " and (?::uuid is null or x.milestone_id > ?) order by x.milestone_id limit ?";

    private static final String LIST_NOW = LIST.replace(MilestoneRows.TABLE.asOf(), "milestone");

    private static final String PROJECT = "select project_id from milestone where milestone_id = ?";

    private static final String CRITICAL =
            "select milestone_id, critical from plan_position where milestone_id = any(?::uuid[])";

    private static final String BESIDE = """
            select other.project_id
              from project p join project other using (programme_id)
             where p.project_id = ? and other.project_id <> p.project_id
            """;

    private final DataSource dataSource;

    MilestoneViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What a list of milestones is cut to: those for which every given part holds. */
    public record Filter(
            Optional<UUID> project,
            Optional<UUID> programme,
            Optional<MilestoneKind> kind,
            Optional<MilestoneState> state) {}

    public Optional<Milestone> one(Access access, UUID milestone, AsOf asOf) {
        return Query.list(
                        dataSource,
                        ONE,
                        select -> {
                            int next = Rows.bind(select, 1, asOf);
                            select.setObject(next, milestone);
                            Reach.bindSeen(select, next + 1, access);
                        },
                        MilestoneRows::read)
                .stream()
                .findFirst();
    }

    /** In the order of their ids: of their making. One more than the limit, if there is one. */
    public List<Milestone> list(Access access, Filter filter, AsOf asOf, Optional<UUID> after, int limit) {
        return Query.list(
                dataSource,
                asOf.isNow() ? LIST_NOW : LIST,
                select -> {
                    int next = asOf.isNow() ? 1 : Rows.bind(select, 1, asOf);
                    next = Reach.bindSeen(select, next, access);
                    next = Rows.twice(select, next, filter.project());
                    next = Rows.twice(select, next, filter.programme());
                    next = Rows.twice(select, next, filter.kind().map(Enum::name));
                    next = Rows.twice(select, next, filter.state().map(Enum::name));
                    next = Rows.twice(select, next, after);
                    select.setInt(next, limit + 1);
                },
                MilestoneRows::read);
    }

    /** Whether milestones are critical by the last run through their plan; those that no run has come to yet are left out. */
    public Map<MilestoneId, Boolean> critical(Collection<MilestoneId> milestones) {
        return Query.list(
                        dataSource,
                        CRITICAL,
                        select -> Bind.<MilestoneId>rows(select, milestones).uuid(MilestoneId::value),
                        row -> Map.entry(new MilestoneId(Rows.id(row, "milestone_id")), row.getBoolean("critical")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What orders a milestone's commands; it says nothing of who may see it. */
    public Optional<ProjectId> projectOf(UUID milestone) {
        return Query.list(
                        dataSource,
                        PROJECT,
                        select -> select.setObject(1, milestone),
                        row -> new ProjectId(row.getObject(1, UUID.class)))
                .stream()
                .findFirst();
    }

    /** The other projects of a project's programme: the plan of one may hang on any of them. */
    public Set<UUID> projectsBeside(ProjectId project) {
        return Set.copyOf(Query.list(
                dataSource,
                BESIDE,
                select -> select.setObject(1, project.value()),
                row -> row.getObject(1, UUID.class)));
    }
}
