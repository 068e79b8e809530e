package tranche.notifications.notice.reactions;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.Head;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Transaction;
import tranche.notifications.notice.NewAlerts;
import tranche.notifications.notice.domain.News;
import tranche.notifications.notice.domain.Notice;
import tranche.notifications.notice.domain.Passed;
import tranche.notifications.notice.domain.TrailStep;
import tranche.notifications.notice.events.ForecastNoticeAvro;
import tranche.notifications.notice.events.IssuedCallAvro;
import tranche.notifications.notice.events.NoticeAvro;
import tranche.notifications.notice.events.SettlingAvro;
import tranche.notifications.notice.store.TrailRows;

/** Tells of what happens to money and on sites. */
@Singleton
public final class NoticeReactions implements Consumer {

    private final NewAlerts alerts;

    NoticeReactions(NewAlerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public String name() {
        return "notice";
    }

    @Override
    public Set<String> topics() {
        return Set.of("commitments.events", "milestones.events");
    }

    @Override
    public void handle(Transaction transaction, List<Incoming> batch) throws SQLException {
        alerts.tellMoved(
                transaction,
                batch.stream()
                        .flatMap(incoming -> ForecastNoticeAvro.moved(incoming.head(), incoming.event()).stream())
                        .toList());
        List<News.Heard> heard = new ArrayList<>();
        Map<UUID, Trace> traces = new HashMap<>();
        for (Incoming incoming : batch) {
            Optional<Notice> notice = NoticeAvro.notice(incoming.head(), incoming.event());
            heard.add(new News.Heard(notice, SettlingAvro.settling(incoming.head(), incoming.event())));
            notice.ifPresent(one -> traces.put(one.id(), incoming.asCause()));
        }
        alerts.tell(transaction, News.of(heard), traces);
        TrailRows.keep(
                transaction.connection(),
                batch.stream()
                        .map(NoticeReactions::passed)
                        .flatMap(Optional::stream)
                        .toList());
        tellUnreached(transaction, batch);
    }

    private static Optional<Passed> passed(Incoming incoming) {
        Head head = incoming.head();
        return TrailStep.of(incoming.type())
                .map(step -> new Passed(
                        head.getEventId(), step, head.getAggregateId(), head.getCorrelationId(), head.getRecordedAt()));
    }

    /** Once the lines of the batch are told: with them a call may be told of whole. */
    private void tellUnreached(Transaction transaction, List<Incoming> batch) throws SQLException {
        Map<UUID, Trace> touched = new HashMap<>();
        batch.forEach(incoming -> IssuedCallAvro.call(incoming.head(), incoming.event())
                .ifPresent(call -> touched.put(call, incoming.asCause())));
        alerts.tellUnreached(
                transaction,
                batch.stream()
                        .flatMap(incoming -> IssuedCallAvro.issued(incoming.head(), incoming.event()).stream())
                        .toList(),
                touched);
    }

    @Override
    public void committed(List<Incoming> batch) {
        alerts.committed();
    }
}
