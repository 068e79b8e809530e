package tranche.milestones.reporter.store;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;

/** Who may report from a site, for a first look; a decision asks again within its transaction. */
@Singleton
public class ReporterViews {

    private final DataSource dataSource;

    ReporterViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Accounts that may report from a project on a day, in UTC. */
    public Set<UUID> ofProject(UUID project, LocalDate on) {
        return Set.copyOf(Query.list(
                dataSource,
                ReporterRows.OF_PROJECTS,
                select -> ReporterRows.bind(select, List.of(project), on),
                row -> row.getObject("account_id", UUID.class)));
    }
}
