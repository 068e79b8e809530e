package tranche.notifications.preference;

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
import tranche.notifications.preference.domain.PreferenceCommand;
import tranche.notifications.preference.domain.PreferenceEvent;
import tranche.notifications.preference.domain.PreferenceFile;
import tranche.notifications.preference.domain.Preferences;
import tranche.notifications.preference.events.PreferenceAvro;
import tranche.notifications.preference.store.PreferenceRows;
import tranche.notifications.recipient.RecipientCommands;
import tranche.notifications.recipient.domain.RecipientEvent;
import tranche.notifications.recipient.domain.RecipientFile;
import tranche.values.decision.Decision;

/**
 * The front door of preferences: recipients say what they want to hear, how and when. What they say of their language and
 * zone goes through the recipients' own door, in the same transaction and before the rest.
 */
@Singleton
public final class PreferenceCommands implements Feature<PreferenceFile, PreferenceCommand, PreferenceEvent> {

    private final Writer<PreferenceFile, PreferenceCommand, PreferenceEvent> writer;
    private final RecipientCommands recipients;

    PreferenceCommands(Flow flow, RecipientCommands recipients) {
        this.writer = flow.writers().of(this);
        this.recipients = recipients;
    }

    public Writer<PreferenceFile, PreferenceCommand, PreferenceEvent> writer() {
        return writer;
    }

    @Override
    public String name() {
        return "preference";
    }

    @Override
    public Map<UUID, PreferenceFile> load(Connection connection, Map<UUID, List<PreferenceCommand>> commands)
            throws SQLException {
        Map<UUID, RecipientFile> files = recipients.load(connection, commands.keySet());
        Map<UUID, PreferenceFile> states = new HashMap<>();
        PreferenceRows.load(connection, commands.keySet())
                .forEach((id, said) -> states.put(
                        id, new PreferenceFile(Objects.requireNonNull(files.get(id), "each one's file"), said)));
        return states;
    }

    @Override
    public Decision<PreferenceEvent> decide(PreferenceFile state, PreferenceCommand command, Instant now) {
        return state.decide(command, now);
    }

    @Override
    public PreferenceFile apply(PreferenceFile state, PreferenceEvent event, Instant recordedAt) {
        return state.apply(event, recordedAt);
    }

    @Override
    public void save(Connection connection, Collection<Recorded<PreferenceFile, PreferenceEvent>> recorded)
            throws SQLException {
        List<Recorded<RecipientFile, RecipientEvent>> ofRecipients = new ArrayList<>();
        List<Preferences> changed = new ArrayList<>();
        for (Recorded<PreferenceFile, PreferenceEvent> one : recorded) {
            switch (one.event()) {
                case PreferenceEvent.OfRecipient(RecipientEvent event) -> ofRecipients.add(ofRecipient(one, event));
                case PreferenceEvent.Changed _ -> changed.add(one.after().preferences());
            }
        }
        if (!ofRecipients.isEmpty()) {
            recipients.save(connection, ofRecipients);
        }
        if (!changed.isEmpty()) {
            PreferenceRows.save(connection, changed);
        }
    }

    private static Recorded<RecipientFile, RecipientEvent> ofRecipient(
            Recorded<PreferenceFile, PreferenceEvent> one, RecipientEvent event) {
        return new Recorded<>(
                one.key(),
                one.eventId(),
                one.sequence(),
                one.aggregateId(),
                one.version(),
                one.effectiveDate(),
                one.recordedAt(),
                one.by(),
                event,
                one.after().recipient());
    }

    @Override
    public Outgoing toAvro(PreferenceFile after, PreferenceEvent event) {
        return switch (event) {
            case PreferenceEvent.OfRecipient(RecipientEvent of) -> recipients.toAvro(after.recipient(), of);
            case PreferenceEvent.Changed changed -> PreferenceAvro.of(after.preferences(), changed);
        };
    }
}
