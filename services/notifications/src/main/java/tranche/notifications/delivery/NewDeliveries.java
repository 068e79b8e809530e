package tranche.notifications.delivery;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.flow.Signal;
import tranche.flow.writer.Transaction;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.delivery.domain.Target;
import tranche.notifications.delivery.store.DeliveryRows;
import tranche.notifications.notice.AlertsRaised;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.notice.domain.RaisedAlert;
import tranche.notifications.notice.domain.Told;

/**
 * Makes deliveries of alerts in the transaction that raises them: whoever is told is told by each channel that he wants and
 * that has a target for it, when he wants it, or was not told at all. Afterwards it wakes whoever sends.
 */
@Singleton
public final class NewDeliveries implements AlertsRaised {

    private final Signal due = new Signal();
    private final Signal.Watch watch = due.watch();
    private final List<Sender> senders;

    NewDeliveries(List<Sender> senders) {
        this.senders = senders;
    }

    @Override
    public void raised(Transaction transaction, List<RaisedAlert> alerts) throws SQLException {
        for (Sender sender : senders) {
            Map<UUID, Told> wanted = alerts.stream()
                    .filter(alert -> alert.told().channels().contains(sender.channel()))
                    .collect(Collectors.toMap(RaisedAlert::id, RaisedAlert::told));
            List<Target> targets = alone(
                    transaction,
                    sender.channel(),
                    wanted,
                    sender.targets(
                            transaction.connection(),
                            alerts.stream()
                                    .filter(alert -> wanted.containsKey(alert.id()))
                                    .toList()));
            DeliveryRows.insert(
                    transaction.connection(),
                    targets.stream()
                            .map(target -> Delivery.of(target, sender.channel(), transaction.now())
                                    .notBefore(Objects.requireNonNull(wanted.get(target.alert()))
                                            .sendAt()))
                            .toList());
        }
    }

    /** Mails are gathered where that is wanted; a program takes things as they come. */
    private static List<Target> alone(
            Transaction transaction, Channel channel, Map<UUID, Told> wanted, List<Target> targets)
            throws SQLException {
        return channel == Channel.EMAIL
                ? Gathering.gather(transaction.connection(), targets, wanted, transaction.now())
                : targets;
    }

    /** Called, too, after any other commit that lets a delivery become due. */
    @Override
    public void committed() {
        due.raise();
    }

    /** Waits until something may be due, at most so long; there is one who waits. */
    public void await(Duration limit) throws InterruptedException {
        watch.await(limit);
    }
}
