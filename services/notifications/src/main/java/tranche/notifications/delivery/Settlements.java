package tranche.notifications.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tranche.flow.Flow;
import tranche.flow.writer.Submission;
import tranche.flow.writer.Sweep;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Transaction;
import tranche.notifications.delivery.domain.Attempted;
import tranche.notifications.delivery.domain.Deliveries;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.delivery.domain.DeliveryCommand;
import tranche.notifications.delivery.domain.DeliveryEvent;
import tranche.notifications.delivery.domain.Outcome;
import tranche.notifications.delivery.store.AttemptRows;
import tranche.notifications.delivery.store.CauseRows;
import tranche.notifications.delivery.store.DeliveryRows;
import tranche.world.Failpoint;
import tranche.world.ids.Ids;

/**
 * Records what attempts came to, many in one transaction: the attempts' ends, the next try of what may yet succeed, the events
 * of what is settled, and what the channel learns from it. Until this is committed the attempts stand without an end, so that
 * whatever is lost with a process is made again.
 */
@Singleton
public class Settlements {

    private final Flow flow;
    private final DeliveryCommands deliveries;
    private final List<Sender> senders;
    private final Ids ids;

    Settlements(Flow flow, DeliveryCommands deliveries, List<Sender> senders, Ids ids) {
        this.flow = flow;
        this.deliveries = deliveries;
        this.senders = senders;
        this.ids = ids;
    }

    /** Records what attempts came to; one that was given up meanwhile changes nothing but its own end. */
    public void record(List<Attempted> attempts) {
        flow.writers().together(transaction -> {
            transaction.lock(
                    attempts.stream()
                            .map(one -> one.delivery().recipient())
                            .distinct()
                            .toList(),
                    Set.of());
            AttemptRows.end(transaction.connection(), attempts);
            List<Attempted> counting = counting(transaction.connection(), attempts);
            settle(transaction, counting);
            for (Sender sender : senders) {
                List<Attempted> own = counting.stream()
                        .filter(one -> one.delivery().channel() == sender.channel())
                        .toList();
                if (!own.isEmpty()) {
                    sender.settled(transaction, own);
                }
            }
            return counting.size();
        });
    }

    private static List<Attempted> counting(Connection connection, List<Attempted> attempts) throws SQLException {
        Map<UUID, Delivery> current =
                DeliveryRows.lock(
                                connection,
                                attempts.stream()
                                        .map(one -> one.delivery().id())
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(Delivery::id, Function.identity()));
        return attempts.stream()
                .filter(one -> {
                    Delivery now = current.get(one.delivery().id());
                    return now != null && now.awaits(one.attempt());
                })
                .toList();
    }

    private void settle(Transaction transaction, List<Attempted> attempts) throws SQLException {
        Map<UUID, Trace> traces = CauseRows.of(
                transaction.connection(),
                attempts.stream().map(Attempted::delivery).toList());
        List<Delivery> again = new ArrayList<>();
        boolean isAnyGivenUp = false;
        List<Submission<Deliveries, DeliveryCommand, DeliveryEvent>> settled = new ArrayList<>();
        for (Attempted one : attempts) {
            Delivery after = one.delivery().after(one.outcome(), transaction.now(), ids.chance());
            if (after.state().isSettled()) {
                isAnyGivenUp |= !(one.outcome() instanceof Outcome.Taken);
                settled.add(Sweep.submission(
                        after.recipient(),
                        new DeliveryCommand.Settle(after.id(), one),
                        Optional.ofNullable(traces.get(after.id())).orElseGet(() -> Trace.beginning(ids))));
            } else {
                again.add(after);
            }
        }
        DeliveryRows.save(transaction.connection(), again);
        if (!again.isEmpty()) {
            Failpoint.at("delivery.retry-scheduled");
        }
        transaction.submit(deliveries, settled);
        if (isAnyGivenUp) {
            Failpoint.at("delivery.given-up");
        }
    }
}
