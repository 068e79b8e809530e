package tranche.milestones.project.store;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.milestones.project.domain.Project;
import tranche.milestones.project.domain.ProjectKind;
import tranche.values.actor.Access;
import tranche.values.country.Country;
import tranche.values.register.AsOf;

/** Projects as a caller may see them. */
@Singleton
public class ProjectViews {

    private static final String ONE =
            "select x.* from " + ProjectRows.TABLE.asOf() + " x where x.project_id = ? and " + Reach.SEEN;

    private static final String LIST = "select x.* from project x where " + Reach.SEEN
            + " and (?::uuid is null or x.programme_id = ?) and (?::text is null or x.country = ?)"
            + " and (?::text is null or x.region = ?) and (?::text is null or x.kind = ?)"
            + " and (?::uuid is null or x.project_id > ?) order by x.project_id limit ?";

    private final DataSource dataSource;

    ProjectViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What a list of projects is cut to: those for which every given part holds. */
    public record Filter(
            Optional<UUID> programme, Optional<Country> country, Optional<String> region, Optional<ProjectKind> kind) {}

    public Optional<Project> one(Access access, UUID project, AsOf asOf) {
        return Query.list(
                        dataSource,
                        ONE,
                        select -> {
                            int next = Rows.bind(select, 1, asOf);
                            select.setObject(next, project);
                            Reach.bindSeen(select, next + 1, access);
                        },
                        ProjectRows::read)
                .stream()
                .findFirst();
    }

    /** In the order of their ids: of their making. One more than the limit, if there is one. */
    public List<Project> list(Access access, Filter filter, Optional<UUID> after, int limit) {
        return Query.list(
                dataSource,
                LIST,
                select -> {
                    int next = Reach.bindSeen(select, 1, access);
                    next = Rows.twice(select, next, filter.programme());
                    next = Rows.twice(select, next, filter.country().map(Country::code));
                    next = Rows.twice(select, next, filter.region());
                    next = Rows.twice(select, next, filter.kind().map(Enum::name));
                    next = Rows.twice(select, next, after);
                    select.setInt(next, limit + 1);
                },
                ProjectRows::read);
    }
}
