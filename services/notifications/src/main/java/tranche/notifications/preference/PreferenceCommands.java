package tranche.notifications.preference;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tranche.flow.Flow;
import tranche.flow.writer.Feature;
import tranche.flow.writer.Outgoing;
import tranche.flow.writer.Recorded;
import tranche.flow.writer.Writer;
import tranche.notifications.preference.domain.ChangePreferences;
import tranche.notifications.preference.domain.Preferences;
import tranche.notifications.preference.domain.PreferencesChanged;
import tranche.notifications.preference.events.PreferenceAvro;
import tranche.notifications.preference.store.PreferenceRows;
import tranche.values.decision.Decision;

/** The front door of preferences: recipients say what they want to hear, how and when. */
@Singleton
public final class PreferenceCommands implements Feature<Preferences, ChangePreferences, PreferencesChanged> {

    private final Writer<Preferences, ChangePreferences, PreferencesChanged> writer;

    PreferenceCommands(Flow flow) {
        this.writer = flow.writers().of(this);
    }

    public Writer<Preferences, ChangePreferences, PreferencesChanged> writer() {
        return writer;
    }

    @Override
    public String name() {
        return "preference";
    }

    @Override
    public Map<UUID, Preferences> load(Connection connection, Map<UUID, List<ChangePreferences>> commands)
            throws SQLException {
        return PreferenceRows.load(connection, commands.keySet());
    }

    @Override
    public Decision<PreferencesChanged> decide(Preferences state, ChangePreferences command, Instant now) {
        return state.decide(command, now);
    }

    @Override
    public Preferences apply(Preferences state, PreferencesChanged event, Instant recordedAt) {
        return state.apply(event, recordedAt);
    }

    @Override
    public void save(Connection connection, Collection<Recorded<Preferences, PreferencesChanged>> recorded)
            throws SQLException {
        PreferenceRows.save(connection, recorded.stream().map(Recorded::after).toList());
    }

    @Override
    public Outgoing toAvro(Preferences after, PreferencesChanged event) {
        return PreferenceAvro.of(after, event);
    }
}
