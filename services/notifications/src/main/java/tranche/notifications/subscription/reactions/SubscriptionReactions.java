package tranche.notifications.subscription.reactions;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Transaction;
import tranche.notifications.SubscriptionChanged;
import tranche.notifications.notice.NewAlerts;
import tranche.notifications.subscription.domain.SubscriptionState;

/**
 * Tells subscribers what was recorded since they asked for it: what was told at the moment of their asking could not know of
 * it yet.
 */
@Singleton
public final class SubscriptionReactions implements Consumer {

    private final NewAlerts alerts;

    SubscriptionReactions(NewAlerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public String name() {
        return "subscription";
    }

    @Override
    public Set<String> topics() {
        return Set.of("notifications.events");
    }

    @Override
    public void handle(Transaction transaction, List<Incoming> batch) throws SQLException {
        List<SubscriptionChanged> begun = batch.stream()
                .map(Incoming::event)
                .filter(SubscriptionChanged.class::isInstance)
                .map(SubscriptionChanged.class::cast)
                .filter(changed -> changed.getState().equals(SubscriptionState.ACTIVE.name()))
                .toList();
        Optional<Instant> since =
                begun.stream().map(changed -> changed.getHead().getRecordedAt()).min(Comparator.naturalOrder());
        if (since.isPresent()) {
            alerts.tellSubscribers(
                    transaction,
                    begun.stream()
                            .map(SubscriptionChanged::getRecipientId)
                            .distinct()
                            .toList(),
                    since.get());
        }
    }

    @Override
    public void committed(List<Incoming> batch) {
        alerts.committed();
    }
}
