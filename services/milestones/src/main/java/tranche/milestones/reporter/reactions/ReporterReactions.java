package tranche.milestones.reporter.reactions;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Transaction;
import tranche.milestones.reporter.events.ReporterAvro;
import tranche.milestones.reporter.store.ReporterRows;

/** Keeps who may report from which sites: none of them verifies what is reported there (rule D-1). */
@Singleton
public final class ReporterReactions implements Consumer {

    @Override
    public String name() {
        return "reporter";
    }

    @Override
    public Set<String> topics() {
        return Set.of("portal.events");
    }

    @Override
    public void handle(Transaction transaction, List<Incoming> batch) throws SQLException {
        ReporterRows.keep(
                transaction.connection(),
                batch.stream()
                        .map(incoming -> ReporterAvro.fact(incoming.event()))
                        .flatMap(Optional::stream)
                        .toList());
    }
}
