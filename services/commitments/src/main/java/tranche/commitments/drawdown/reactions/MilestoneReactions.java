package tranche.commitments.drawdown.reactions;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.drawdown.DrawdownCommands;
import tranche.commitments.milestone.MilestoneCopy;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Transaction;

/**
 * Keeps milestones as their service tells of them, and has the tranches looked at that wait for what was told: a milestone
 * that is verified drafts the call that it releases, in the same transaction (domain §2.6).
 */
@Singleton
public final class MilestoneReactions implements Consumer {

    private final Reconsidering reconsidering;

    MilestoneReactions(DrawdownCommands drawdowns) {
        this.reconsidering = new Reconsidering(drawdowns);
    }

    @Override
    public String name() {
        return "milestone";
    }

    @Override
    public Set<String> topics() {
        return Set.of("milestones.events");
    }

    @Override
    public Set<UUID> keys(Connection connection, List<Incoming> batch) throws SQLException {
        return Reconsidering.keys(connection, causes(batch).keySet());
    }

    @Override
    public void handle(Transaction transaction, List<Incoming> batch) throws SQLException {
        MilestoneCopy.keep(
                transaction.connection(), batch.stream().map(Incoming::event).toList());
        reconsidering.run(transaction, causes(batch));
    }

    private static Map<UUID, Incoming> causes(List<Incoming> batch) {
        Map<UUID, Incoming> causes = new HashMap<>();
        Map<MilestoneId, Incoming> decisive = MilestoneCopy.decisive(batch, Incoming::event);
        decisive.forEach((milestone, event) -> causes.put(milestone.value(), event));
        return causes;
    }
}
