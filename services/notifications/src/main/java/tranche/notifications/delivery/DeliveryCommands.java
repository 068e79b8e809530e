package tranche.notifications.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tranche.flow.Flow;
import tranche.flow.writer.Feature;
import tranche.flow.writer.Outgoing;
import tranche.flow.writer.Recorded;
import tranche.flow.writer.Writer;
import tranche.notifications.delivery.domain.Deliveries;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.delivery.domain.DeliveryCommand;
import tranche.notifications.delivery.domain.DeliveryEvent;
import tranche.notifications.delivery.events.DeliveryAvro;
import tranche.notifications.delivery.store.DeliveryRows;
import tranche.values.decision.Decision;

/** The front door of deliveries: attempts settle them, recipients have them sent again. */
@Singleton
public final class DeliveryCommands implements Feature<Deliveries, DeliveryCommand, DeliveryEvent> {

    private final Writer<Deliveries, DeliveryCommand, DeliveryEvent> writer;

    DeliveryCommands(Flow flow) {
        this.writer = flow.writers().of(this);
    }

    public Writer<Deliveries, DeliveryCommand, DeliveryEvent> writer() {
        return writer;
    }

    @Override
    public String name() {
        return "delivery";
    }

    @Override
    public Map<UUID, Deliveries> load(Connection connection, Map<UUID, List<DeliveryCommand>> commands)
            throws SQLException {
        List<UUID> ids = commands.values().stream()
                .flatMap(List::stream)
                .map(DeliveryCommand::delivery)
                .distinct()
                .toList();
        Map<UUID, Map<UUID, Delivery>> byRecipient = new HashMap<>();
        DeliveryRows.load(connection, ids)
                .forEach(delivery -> byRecipient
                        .computeIfAbsent(delivery.recipient(), _ -> new HashMap<>())
                        .put(delivery.id(), delivery));
        Map<UUID, Deliveries> states = new HashMap<>();
        commands.keySet()
                .forEach(recipient ->
                        states.put(recipient, new Deliveries(byRecipient.getOrDefault(recipient, Map.of()))));
        return states;
    }

    @Override
    public Decision<DeliveryEvent> decide(Deliveries state, DeliveryCommand command, Instant now) {
        return state.decide(command, now);
    }

    @Override
    public Deliveries apply(Deliveries state, DeliveryEvent event, Instant recordedAt) {
        return state.apply(event, recordedAt);
    }

    @Override
    public void save(Connection connection, Collection<Recorded<Deliveries, DeliveryEvent>> recorded)
            throws SQLException {
        DeliveryRows.save(
                connection,
                recorded.stream()
                        .map(one -> one.after().one(one.event().delivery()))
                        .toList());
    }

    @Override
    public Outgoing toAvro(Deliveries after, DeliveryEvent event) {
        return DeliveryAvro.of(after.one(event.delivery()), event);
    }
}
