package tranche.commitments.milestone.reactions;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import tranche.commitments.milestone.MilestoneCopy;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Transaction;

/** Keeps the milestones of the service of milestones, as far as money may hang on them. */
@Singleton
public final class MilestoneReactions implements Consumer {

    @Override
    public String name() {
        return "milestone";
    }

    @Override
    public Set<String> topics() {
        return Set.of("milestones.events");
    }

    @Override
    public void handle(Transaction transaction, List<Incoming> batch) throws SQLException {
        MilestoneCopy.keep(
                transaction.connection(), batch.stream().map(Incoming::event).toList());
    }
}
