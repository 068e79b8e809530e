package tranche.notifications.email.reactions;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Transaction;
import tranche.notifications.DeliveryFailed;
import tranche.notifications.email.domain.Undelivered;
import tranche.notifications.email.store.LetterRows;
import tranche.notifications.email.store.LetterRows.Told;
import tranche.notifications.notice.NewAlerts;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.notice.domain.News;

/** Tells managers at once of whom a mail did not reach that must be told (rule N-8). */
@Singleton
public final class UndeliveredReactions implements Consumer {

    private final NewAlerts alerts;

    /** That a mail of an alert is not tried any more, and why. */
    private record Failed(Incoming incoming, String why) {}

    UndeliveredReactions(NewAlerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public String name() {
        return "undelivered";
    }

    @Override
    public Set<String> topics() {
        return Set.of("notifications.events");
    }

    @Override
    public void handle(Transaction transaction, List<Incoming> batch) throws SQLException {
        Map<UUID, Failed> failed = new HashMap<>();
        for (Incoming incoming : batch) {
            if (incoming.event() instanceof DeliveryFailed event
                    && event.getChannel().equals(Channel.EMAIL.name())) {
                event.getAlertId().ifPresent(alert -> failed.put(alert, new Failed(incoming, event.getFailure())));
            }
        }
        if (failed.isEmpty()) {
            return;
        }
        Map<UUID, Told> told = LetterRows.alerts(transaction.connection(), failed.keySet()).stream()
                .collect(Collectors.toMap(Told::alert, Function.identity()));
        List<News.Heard> heard = new ArrayList<>();
        Map<UUID, Trace> traces = new HashMap<>();
        failed.forEach((alert, failure) -> {
            Incoming incoming = failure.incoming();
            Told one = told.get(alert);
            if (one != null) {
                Undelivered.notice(
                                incoming.head().getEventId(),
                                incoming.type(),
                                incoming.head().getRecordedAt(),
                                one.type(),
                                one.subject(),
                                one.object(),
                                one.roles(),
                                failure.why())
                        .ifPresent(notice -> {
                            heard.add(new News.Heard(Optional.of(notice), Optional.empty()));
                            traces.put(notice.id(), incoming.asCause());
                        });
            }
        });
        alerts.tell(transaction, News.of(heard), traces);
    }

    @Override
    public void committed(List<Incoming> batch) {
        alerts.committed();
    }
}
