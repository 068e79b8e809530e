package tranche.commitments.drawdown.reactions;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.TrancheReleased;
import tranche.commitments.drawdown.DrawdownCommands;
import tranche.commitments.drawdown.Reconsidering;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Transaction;

/** Has the tranches looked at that wait for the release of another, of whatever fund. */
@Singleton
public final class ReleaseReactions implements Consumer {

    private final Reconsidering reconsidering;

    ReleaseReactions(DrawdownCommands drawdowns) {
        this.reconsidering = new Reconsidering(drawdowns);
    }

    @Override
    public String name() {
        return "tranche-release";
    }

    @Override
    public Set<String> topics() {
        return Set.of("commitments.events");
    }

    @Override
    public Set<UUID> keys(Connection connection, List<Incoming> batch) throws SQLException {
        return Reconsidering.keys(connection, causes(batch).keySet());
    }

    @Override
    public void handle(Transaction transaction, List<Incoming> batch) throws SQLException {
        reconsidering.run(transaction, causes(batch));
    }

    private static SequencedMap<UUID, Trace> causes(List<Incoming> batch) {
        SequencedMap<UUID, Trace> causes = new LinkedHashMap<>();
        batch.forEach(incoming -> {
            if (incoming.event() instanceof TrancheReleased released) {
                causes.putLast(released.getTrancheId(), incoming.asCause());
            }
        });
        return causes;
    }
}
