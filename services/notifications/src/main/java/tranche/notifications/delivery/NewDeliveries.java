package tranche.notifications.delivery;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import tranche.flow.Signal;
import tranche.flow.writer.Transaction;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.delivery.store.DeliveryRows;
import tranche.notifications.notice.AlertsRaised;
import tranche.notifications.notice.domain.RaisedAlert;

/**
 * Makes deliveries of alerts in the transaction that raises them: whoever is told is told by each channel that has a target
 * for it, or was not told at all. Afterwards it wakes whoever sends.
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
            DeliveryRows.insert(
                    transaction.connection(),
                    sender.targets(transaction.connection(), alerts).stream()
                            .map(target -> Delivery.of(target, sender.channel(), transaction.now()))
                            .toList());
        }
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
