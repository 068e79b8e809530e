package tranche.notifications.webhook.reactions;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Transaction;
import tranche.notifications.WebhookEndpointChanged;
import tranche.notifications.notice.NewAlerts;
import tranche.notifications.notice.domain.News;
import tranche.notifications.webhook.domain.Change;
import tranche.notifications.webhook.domain.Endpoint;
import tranche.notifications.webhook.domain.OwnerNotice;
import tranche.notifications.webhook.store.EndpointRows;

/** Tells owners of endpoints that these fail: elsewhere than there (domain §2.8). */
@Singleton
public final class OwnerReactions implements Consumer {

    private final NewAlerts alerts;

    OwnerReactions(NewAlerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public String name() {
        return "endpoint-owner";
    }

    @Override
    public Set<String> topics() {
        return Set.of("notifications.events");
    }

    @Override
    public void handle(Transaction transaction, List<Incoming> batch) throws SQLException {
        Map<Incoming, WebhookEndpointChanged> changes = new HashMap<>();
        List<Incoming> told = new ArrayList<>();
        for (Incoming incoming : batch) {
            if (incoming.event() instanceof WebhookEndpointChanged event
                    && OwnerNotice.isTold(Change.valueOf(event.getChange()))) {
                changes.put(incoming, event);
                told.add(incoming);
            }
        }
        if (told.isEmpty()) {
            return;
        }
        Map<UUID, Endpoint> endpoints = EndpointRows.load(
                transaction.connection(),
                changes.values().stream()
                        .map(WebhookEndpointChanged::getEndpointId)
                        .distinct()
                        .toList());
        List<News.Heard> heard = new ArrayList<>();
        Map<UUID, Trace> traces = new HashMap<>();
        for (Incoming incoming : told) {
            WebhookEndpointChanged event = Objects.requireNonNull(changes.get(incoming));
            Optional.ofNullable(endpoints.get(event.getEndpointId()))
                    .flatMap(endpoint -> OwnerNotice.of(
                            endpoint,
                            Change.valueOf(event.getChange()),
                            incoming.head().getEventId(),
                            incoming.type(),
                            incoming.head().getRecordedAt()))
                    .ifPresent(notice -> {
                        heard.add(new News.Heard(Optional.of(notice), Optional.empty()));
                        traces.put(notice.id(), incoming.asCause());
                    });
        }
        alerts.tell(transaction, News.of(heard), traces);
    }

    @Override
    public void committed(List<Incoming> batch) {
        alerts.committed();
    }
}
