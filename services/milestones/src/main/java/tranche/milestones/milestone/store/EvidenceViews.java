package tranche.milestones.milestone.store;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.milestones.milestone.domain.KeptEvidence;
import tranche.milestones.project.store.Reach;
import tranche.values.actor.Access;

/** Evidence as a caller may see it: it is not published, so only who reads all of a milestone reads what shows it. */
@Singleton
public class EvidenceViews {

    private static final String FILE = """
            select e.* from evidence e join milestone x using (milestone_id)
             where e.sha256 = ? and
            """ + Reach.WHOLE + " order by e.recorded_at, e.evidence_id limit 1";

    private static final String LISTED = """
            select e.*, exists (select from evidence other
                                 where other.sha256 = e.sha256 and other.milestone_id <> e.milestone_id) as reused
              from evidence e join milestone x using (milestone_id)
             where\s""";

    private static final String PAGE =
            " = ? and " + Reach.WHOLE + " and (?::uuid is null or e.evidence_id > ?) order by e.evidence_id limit ?";

    private static final String LIST = LISTED + "e.milestone_id" + PAGE;
    private static final String OF_PROJECT = LISTED + "x.project_id" + PAGE;

    private final DataSource dataSource;

    EvidenceViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @param reused whether the same file shows another milestone too */
    public record Listed(KeptEvidence kept, boolean reused) {}

    /** The file of that name as the earliest piece says that the caller may see; empty where there is none. */
    public Optional<KeptEvidence> file(Access access, String sha256) {
        return Query.list(
                        dataSource,
                        FILE,
                        select -> {
                            select.setString(1, sha256);
                            Reach.bindWhole(select, 2, access);
                        },
                        EvidenceRows::read)
                .stream()
                .findFirst();
    }

    /** All that was ever submitted for a milestone, in the order in which it came. One more than the limit, if there is one. */
    public List<Listed> list(Access access, UUID milestone, Optional<UUID> after, int limit) {
        return page(LIST, access, milestone, after, limit);
    }

    /** All that was ever submitted for a project's milestones, likewise. */
    public List<Listed> ofProject(Access access, UUID project, Optional<UUID> after, int limit) {
        return page(OF_PROJECT, access, project, after, limit);
    }

    private List<Listed> page(String query, Access access, UUID of, Optional<UUID> after, int limit) {
        return Query.list(
                dataSource,
                query,
                select -> {
                    select.setObject(1, of);
                    int next = Reach.bindWhole(select, 2, access);
                    select.setObject(next, after.orElse(null));
                    select.setObject(next + 1, after.orElse(null));
                    select.setInt(next + 2, limit + 1);
                },
                row -> new Listed(EvidenceRows.read(row), row.getBoolean("reused")));
    }
}
