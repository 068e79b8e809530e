package tranche.notifications.notice.reactions;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Transaction;
import tranche.notifications.notice.NewAlerts;
import tranche.notifications.notice.domain.Notice;
import tranche.notifications.notice.events.NoticeAvro;

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
        List<Notice> notices = batch.stream()
                .flatMap(incoming -> NoticeAvro.notice(incoming.head(), incoming.event()).stream())
                .toList();
        if (!notices.isEmpty()) {
            alerts.tell(transaction, notices);
        }
    }

    @Override
    public void committed(List<Incoming> batch) {
        alerts.committed();
    }
}
