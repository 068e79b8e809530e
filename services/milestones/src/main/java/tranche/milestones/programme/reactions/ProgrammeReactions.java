package tranche.milestones.programme.reactions;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Transaction;
import tranche.milestones.programme.events.ProgrammeAvro;
import tranche.milestones.programme.store.HoldingRows;
import tranche.milestones.programme.store.ProgrammeRows;

/** Keeps the programmes that the service of commitments makes, their funds, and whose investors have commitments to these. */
@Singleton
public final class ProgrammeReactions implements Consumer {

    @Override
    public String name() {
        return "programme";
    }

    @Override
    public Set<String> topics() {
        return Set.of("commitments.events");
    }

    @Override
    public void handle(Transaction transaction, List<Incoming> batch) throws SQLException {
        ProgrammeRows.keep(
                transaction.connection(),
                batch.stream()
                        .map(incoming -> ProgrammeAvro.programme(incoming.event()))
                        .flatMap(Optional::stream)
                        .toList());
        HoldingRows.keep(
                transaction.connection(),
                batch.stream()
                        .map(incoming -> ProgrammeAvro.holding(incoming.event()))
                        .flatMap(Optional::stream)
                        .toList());
    }
}
