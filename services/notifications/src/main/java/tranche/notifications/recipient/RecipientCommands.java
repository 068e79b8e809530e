package tranche.notifications.recipient;

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
import java.util.Optional;
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
import tranche.notifications.recipient.domain.Recipient;
import tranche.notifications.recipient.domain.RecipientCommand;
import tranche.notifications.recipient.domain.RecipientEvent;
import tranche.notifications.recipient.domain.RecipientFile;
import tranche.notifications.recipient.events.RecipientAvro;
import tranche.notifications.recipient.store.AskedRows;
import tranche.notifications.recipient.store.GrantRows;
import tranche.notifications.recipient.store.RecipientRows;
import tranche.values.actor.Grant;
import tranche.values.decision.Decision;

/** The front door of recipients: an account becomes one with its first grant, and says how and where it is told. */
@Singleton
public final class RecipientCommands implements Feature<RecipientFile, RecipientCommand, RecipientEvent> {

    private final Writer<RecipientFile, RecipientCommand, RecipientEvent> writer;

    RecipientCommands(Flow flow) {
        this.writer = flow.writers().of(this);
    }

    public Writer<RecipientFile, RecipientCommand, RecipientEvent> writer() {
        return writer;
    }

    @Override
    public String name() {
        return "recipient";
    }

    @Override
    public Map<UUID, RecipientFile> load(Connection connection, Map<UUID, List<RecipientCommand>> commands)
            throws SQLException {
        Map<UUID, RecipientFile> states = new HashMap<>(load(connection, commands.keySet()));
        AskedRows.load(connection, asking(commands))
                .forEach((id, asked) -> states.computeIfPresent(
                        id, (_, file) -> new RecipientFile(file.recipient(), file.held(), asked)));
        return states;
    }

    /** Which addresses would be asked by mail whose they are. */
    private static Map<UUID, Set<String>> asking(Map<UUID, List<RecipientCommand>> commands) {
        Map<UUID, Set<String>> marks = new HashMap<>();
        commands.forEach((id, all) -> {
            for (RecipientCommand command : all) {
                if (command instanceof RecipientCommand.Describe describe
                        && describe.address() instanceof RecipientCommand.AddressChange.Named named
                        && named.given().link().isPresent()) {
                    marks.computeIfAbsent(id, _ -> new HashSet<>())
                            .add(named.given().mark());
                }
            }
        });
        return marks;
    }

    /** Each of these recipients, for whatever else is decided under its key. */
    public Map<UUID, RecipientFile> load(Connection connection, Set<UUID> ids) throws SQLException {
        Map<UUID, Recipient> known = RecipientRows.load(connection, ids);
        Map<UUID, List<Grant>> held = GrantRows.held(connection, ids);
        Map<UUID, RecipientFile> states = new HashMap<>();
        ids.forEach(id -> states.put(
                id, new RecipientFile(Optional.ofNullable(known.get(id)), held.getOrDefault(id, List.of()))));
        return states;
    }

    @Override
    public Decision<RecipientEvent> decide(RecipientFile state, RecipientCommand command, Instant now) {
        return state.decide(command, now);
    }

    @Override
    public RecipientFile apply(RecipientFile state, RecipientEvent event, Instant recordedAt) {
        return state.apply(event, recordedAt);
    }

    @Override
    public void save(Connection connection, Collection<Recorded<RecipientFile, RecipientEvent>> recorded)
            throws SQLException {
        RecipientRows.save(
                connection, recorded.stream().map(one -> one.after().one()).toList());
        RecipientRows.vouch(connection, of(recorded, RecipientEvent.AddressVerified.class));
        AskedRows.keep(connection, asked(recorded));
        DeliveryRows.insert(connection, questions(recorded));
    }

    /** Each new address is asked once, by a delivery of its own that is made and tried again like all others. */
    private static List<Delivery> questions(Collection<Recorded<RecipientFile, RecipientEvent>> recorded) {
        return recorded.stream()
                .filter(one -> RecipientFile.isAsked(one.event()))
                .map(one -> Delivery.ofTest(one.key(), Channel.EMAIL, one.key(), one.version(), one.recordedAt()))
                .toList();
    }

    private static List<AskedRows.Asked> asked(Collection<Recorded<RecipientFile, RecipientEvent>> recorded) {
        List<AskedRows.Asked> asked = new ArrayList<>();
        for (Recorded<RecipientFile, RecipientEvent> one : recorded) {
            if (one.event() instanceof RecipientEvent.AddressGiven given && RecipientFile.isAsked(given)) {
                asked.add(new AskedRows.Asked(one.key(), given.address().mark(), one.recordedAt()));
            }
        }
        return asked;
    }

    private static <E extends RecipientEvent> List<E> of(
            Collection<Recorded<RecipientFile, RecipientEvent>> recorded, Class<E> type) {
        return recorded.stream()
                .map(Recorded::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public Outgoing toAvro(RecipientFile after, RecipientEvent event) {
        return RecipientAvro.of(after.one(), event);
    }
}
