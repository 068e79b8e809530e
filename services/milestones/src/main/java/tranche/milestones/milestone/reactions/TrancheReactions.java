package tranche.milestones.milestone.reactions;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Transaction;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.milestone.store.MilestoneRows;
import tranche.milestones.milestone.store.MotionRows;
import tranche.milestones.tranche.TrancheCopy;

/**
 * Keeps which tranches rest on which milestones, as the service of commitments tells. What waits for a second person names
 * them, so it is restated when they change (rule D-6): the projects of the milestones are locked, as they are by whoever
 * proposes or confirms.
 */
@Singleton
public final class TrancheReactions implements Consumer {

    @Override
    public String name() {
        return "tranche";
    }

    @Override
    public Set<String> topics() {
        return Set.of("commitments.events");
    }

    @Override
    public Set<UUID> keys(Connection connection, List<Incoming> batch) throws SQLException {
        return milestones(connection, TrancheCopy.milestones(connection, events(batch))).stream()
                .map(milestone -> milestone.project().value())
                .collect(Collectors.toSet());
    }

    @Override
    public void handle(Transaction transaction, List<Incoming> batch) throws SQLException {
        Connection connection = transaction.connection();
        Set<UUID> milestones = TrancheCopy.milestones(connection, events(batch));
        TrancheCopy.keep(connection, events(batch));
        MotionRows.restate(connection, milestones(connection, milestones), transaction.now());
    }

    private static List<SpecificRecord> events(List<Incoming> batch) {
        return batch.stream().map(Incoming::event).toList();
    }

    private static Collection<Milestone> milestones(Connection connection, Set<UUID> ids) throws SQLException {
        return MilestoneRows.load(connection, ids.stream().map(MilestoneId::new).toList())
                .values();
    }
}
