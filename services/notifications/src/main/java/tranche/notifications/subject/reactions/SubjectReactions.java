package tranche.notifications.subject.reactions;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Transaction;
import tranche.notifications.notice.NewAlerts;
import tranche.notifications.subject.domain.Holding;
import tranche.notifications.subject.events.SubjectAvro;
import tranche.notifications.subject.store.HoldingRows;
import tranche.notifications.subject.store.NameRows;

/** Keeps what things are called and who takes part in what. */
@Singleton
public final class SubjectReactions implements Consumer {

    private final NewAlerts alerts;

    SubjectReactions(NewAlerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public String name() {
        return "subject";
    }

    @Override
    public Set<String> topics() {
        return Set.of("commitments.events", "milestones.events");
    }

    @Override
    public void handle(Transaction transaction, List<Incoming> batch) throws SQLException {
        NameRows.keep(
                transaction.connection(),
                batch.stream()
                        .map(incoming -> SubjectAvro.named(incoming.event()))
                        .flatMap(Optional::stream)
                        .toList());
        List<Holding> holdings = batch.stream()
                .map(incoming -> SubjectAvro.holding(incoming.event()))
                .flatMap(Optional::stream)
                .toList();
        HoldingRows.keep(transaction.connection(), holdings);
        alerts.tellHolders(
                transaction, holdings.stream().map(Holding::holder).distinct().toList());
    }

    @Override
    public void committed(List<Incoming> batch) {
        alerts.committed();
    }
}
