package tranche.notifications.notice.reactions;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Trace;
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
        List<Notice> notices = new ArrayList<>();
        Map<UUID, Trace> traces = new HashMap<>();
        for (Incoming incoming : batch) {
            NoticeAvro.notice(incoming.head(), incoming.event()).ifPresent(notice -> {
                notices.add(notice);
                traces.put(notice.id(), incoming.asCause());
            });
        }
        if (!notices.isEmpty()) {
            alerts.tell(transaction, notices, traces);
        }
    }

    @Override
    public void committed(List<Incoming> batch) {
        alerts.committed();
    }
}
