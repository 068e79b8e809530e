package tranche.notifications.recipient;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.flow.writer.Feature;
import tranche.flow.writer.Outgoing;
import tranche.flow.writer.Recorded;
import tranche.notifications.recipient.domain.Recipient;
import tranche.notifications.recipient.domain.Register;
import tranche.notifications.recipient.domain.Registered;
import tranche.notifications.recipient.events.RecipientAvro;
import tranche.notifications.recipient.store.RecipientRows;
import tranche.values.decision.Decision;
import tranche.values.register.Version;

/** The front door of recipients: an account becomes one with its first grant. */
@Singleton
public final class RecipientCommands implements Feature<Optional<Recipient>, Register, Registered> {

    @Override
    public String name() {
        return "recipient";
    }

    @Override
    public Map<UUID, Optional<Recipient>> load(Connection connection, Map<UUID, List<Register>> commands)
            throws SQLException {
        Map<UUID, Recipient> known = RecipientRows.load(connection, commands.keySet());
        Map<UUID, Optional<Recipient>> states = new HashMap<>();
        commands.keySet().forEach(id -> states.put(id, Optional.ofNullable(known.get(id))));
        return states;
    }

    @Override
    public Decision<Registered> decide(Optional<Recipient> state, Register command, Instant now) {
        return state.isPresent()
                ? Decision.accepted()
                : Decision.accepted(new Registered(command.account(), LocalDate.ofInstant(now, ZoneOffset.UTC)));
    }

    @Override
    public Optional<Recipient> apply(Optional<Recipient> state, Registered event, Instant recordedAt) {
        return Optional.of(new Recipient(event.recipient(), Version.first(event.effectiveDate(), recordedAt)));
    }

    @Override
    public void save(Connection connection, Collection<Recorded<Optional<Recipient>, Registered>> recorded)
            throws SQLException {
        RecipientRows.save(
                connection,
                recorded.stream().map(one -> one.after().orElseThrow()).toList());
    }

    @Override
    public Outgoing toAvro(Optional<Recipient> after, Registered event) {
        return RecipientAvro.of(after.orElseThrow(), event);
    }
}
