package tranche.notifications.alert;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tranche.flow.Flow;
import tranche.flow.writer.Feature;
import tranche.flow.writer.Outgoing;
import tranche.flow.writer.Recorded;
import tranche.flow.writer.Writer;
import tranche.notifications.alert.domain.Alert;
import tranche.notifications.alert.domain.AlertCommand;
import tranche.notifications.alert.domain.AlertEvent;
import tranche.notifications.alert.domain.Inbox;
import tranche.notifications.alert.events.AlertAvro;
import tranche.notifications.alert.store.AlertRows;
import tranche.values.decision.Decision;

/** The front door of alerts: recipients read and acknowledge their own. */
@Singleton
public final class AlertCommands implements Feature<Inbox, AlertCommand, AlertEvent> {

    private final Writer<Inbox, AlertCommand, AlertEvent> writer;

    AlertCommands(Flow flow) {
        this.writer = flow.writers().of(this);
    }

    public Writer<Inbox, AlertCommand, AlertEvent> writer() {
        return writer;
    }

    @Override
    public String name() {
        return "alert";
    }

    @Override
    public Map<UUID, Inbox> load(Connection connection, Map<UUID, List<AlertCommand>> commands) throws SQLException {
        List<AlertRows.Asked> asked = new ArrayList<>();
        Map<UUID, Map<UUID, Alert>> byRecipient = new HashMap<>();
        commands.forEach((recipient, list) -> {
            byRecipient.put(recipient, new HashMap<>());
            list.forEach(command -> asked.add(
                    new AlertRows.Asked(recipient, command.alert(), command instanceof AlertCommand.ReadUpTo)));
        });
        AlertRows.load(connection, asked)
                .forEach(alert -> Objects.requireNonNull(byRecipient.get(alert.recipient()))
                        .put(alert.id(), alert));
        Map<UUID, Inbox> inboxes = new HashMap<>();
        byRecipient.forEach((recipient, alerts) -> inboxes.put(recipient, new Inbox(alerts)));
        return inboxes;
    }

    @Override
    public Decision<AlertEvent> decide(Inbox state, AlertCommand command, Instant now) {
        return state.decide(command, now);
    }

    @Override
    public Inbox apply(Inbox state, AlertEvent event, Instant recordedAt) {
        return state.apply(event, recordedAt);
    }

    @Override
    public void save(Connection connection, Collection<Recorded<Inbox, AlertEvent>> recorded) throws SQLException {
        AlertRows.save(
                connection,
                recorded.stream()
                        .map(one -> one.after().alert(one.event().alert()))
                        .toList());
    }

    @Override
    public Outgoing toAvro(Inbox after, AlertEvent event) {
        return AlertAvro.of(after.alert(event.alert()), event);
    }
}
