package tranche.notifications.webhook;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tranche.flow.Flow;
import tranche.flow.writer.Feature;
import tranche.flow.writer.Outgoing;
import tranche.flow.writer.Recorded;
import tranche.flow.writer.Writer;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.delivery.store.DeliveryRows;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.webhook.domain.Change;
import tranche.notifications.webhook.domain.Endpoint;
import tranche.notifications.webhook.domain.EndpointCommand;
import tranche.notifications.webhook.domain.EndpointEvent;
import tranche.notifications.webhook.domain.Endpoints;
import tranche.notifications.webhook.events.EndpointAvro;
import tranche.notifications.webhook.store.EndpointRows;
import tranche.values.decision.Decision;

/** The front door of endpoints: accounts make and test their own, attempts tell how they do. */
@Singleton
public final class EndpointCommands implements Feature<Endpoints, EndpointCommand, EndpointEvent> {

    private final Writer<Endpoints, EndpointCommand, EndpointEvent> writer;

    EndpointCommands(Flow flow) {
        this.writer = flow.writers().of(this);
    }

    public Writer<Endpoints, EndpointCommand, EndpointEvent> writer() {
        return writer;
    }

    @Override
    public String name() {
        return "webhook-endpoint";
    }

    @Override
    public Map<UUID, Endpoints> load(Connection connection, Map<UUID, List<EndpointCommand>> commands)
            throws SQLException {
        List<UUID> ids = commands.values().stream()
                .flatMap(List::stream)
                .map(EndpointCommand::endpoint)
                .distinct()
                .toList();
        Map<UUID, Map<UUID, Endpoint>> byOwner = new HashMap<>();
        EndpointRows.load(connection, ids)
                .values()
                .forEach(endpoint -> byOwner.computeIfAbsent(endpoint.owner(), _ -> new HashMap<>())
                        .put(endpoint.id(), endpoint));
        Map<UUID, Integer> counts = EndpointRows.count(connection, commands.keySet());
        Map<UUID, Endpoints> states = new HashMap<>();
        commands.keySet()
                .forEach(owner -> states.put(
                        owner, new Endpoints(byOwner.getOrDefault(owner, Map.of()), counts.getOrDefault(owner, 0))));
        return states;
    }

    @Override
    public Decision<EndpointEvent> decide(Endpoints state, EndpointCommand command, Instant now) {
        return state.decide(command, now);
    }

    @Override
    public Endpoints apply(Endpoints state, EndpointEvent event, Instant recordedAt) {
        return state.apply(event, recordedAt);
    }

    /**
     * A test is begun, and what has waited is let go, together with the endpoint's own change: to an endpoint that is proven now,
     * or, where it was taken away or is given up, to be cancelled.
     */
    @Override
    public void save(Connection connection, Collection<Recorded<Endpoints, EndpointEvent>> recorded)
            throws SQLException {
        List<Endpoint> changed = new ArrayList<>();
        List<Delivery> tests = new ArrayList<>();
        Set<UUID> proven = new HashSet<>();
        Set<UUID> gone = new HashSet<>();
        for (Recorded<Endpoints, EndpointEvent> one : recorded) {
            Endpoint after = one.after().one(one.event().endpoint());
            changed.add(after);
            Change change = one.event().change();
            if (change == Change.CREATED || change == Change.TESTED) {
                tests.add(Delivery.ofTest(after.owner(), Channel.WEBHOOK, after.id(), after.tests(), one.recordedAt()));
            }
            if (change == Change.ACTIVATED) {
                proven.add(after.id());
            }
            if (change == Change.DELETED || change == Change.DISABLED) {
                gone.add(after.id());
            }
        }
        EndpointRows.save(connection, changed);
        DeliveryRows.insert(connection, tests);
        Instant now = recorded.iterator().next().recordedAt();
        DeliveryRows.hasten(connection, gone, now);
        DeliveryRows.release(connection, proven, now);
    }

    @Override
    public Outgoing toAvro(Endpoints after, EndpointEvent event) {
        return EndpointAvro.of(after.one(event.endpoint()), event);
    }
}
