package tranche.notifications.subject.reactions;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Transaction;
import tranche.notifications.notice.NewAlerts;
import tranche.notifications.subject.domain.Holding;
import tranche.notifications.subject.domain.Located;
import tranche.notifications.subject.events.SubjectAvro;
import tranche.notifications.subject.store.HoldingRows;
import tranche.notifications.subject.store.NameRows;
import tranche.notifications.subject.store.PlaceRows;

/** Keeps what things are called, where they belong, and who takes part in what. */
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
        NameRows.keep(transaction.connection(), told(batch, SubjectAvro::named));
        PlaceRows.keep(transaction.connection(), told(batch, SubjectAvro::place));
        HoldingRows.hold(transaction.connection(), told(batch, SubjectAvro::held));
        List<Located> located = told(batch, SubjectAvro::located);
        PlaceRows.locate(transaction.connection(), located);
        Optional<Instant> since = located.stream().map(Located::since).min(Comparator.naturalOrder());
        if (since.isPresent()) {
            alerts.tellOfRegions(
                    transaction,
                    located.stream().map(Located::region).distinct().toList(),
                    since.get());
        }
        List<Holding> news = HoldingRows.keep(transaction.connection(), told(batch, SubjectAvro::holding));
        Optional<Instant> held = news.stream().map(Holding::since).min(Comparator.naturalOrder());
        if (held.isPresent()) {
            alerts.tellHolders(
                    transaction, news.stream().map(Holding::holder).distinct().toList(), held.get());
        }
    }

    private static <T> List<T> told(List<Incoming> batch, Function<SpecificRecord, Optional<T>> fact) {
        return batch.stream()
                .map(incoming -> fact.apply(incoming.event()))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void committed(List<Incoming> batch) {
        alerts.committed();
    }
}
