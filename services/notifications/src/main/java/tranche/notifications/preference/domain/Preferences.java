package tranche.notifications.preference.domain;

import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.notifications.notice.domain.AlertType;
import tranche.values.decision.Decision;
import tranche.values.register.NameId;
import tranche.values.register.Version;

/**
 * A recipient's preferences.
 *
 * @param version empty until it has said something
 */
public record Preferences(UUID recipient, Wishes wishes, Optional<Version> version) {

    /** Of a recipient that has said nothing. */
    public static Preferences none(UUID recipient) {
        return new Preferences(recipient, Wishes.NONE, Optional.empty());
    }

    /** Their own: the recipient has events besides. */
    public UUID id() {
        return NameId.of("preferences:" + recipient);
    }

    /** How often it has said something. */
    public long number() {
        return version.map(Version::number).orElse(0L);
    }

    /** Why a change is refused, whatever the time; empty where it is not. */
    public Optional<Decision<PreferencesChanged>> gate(ChangePreferences change) {
        return change.ifMatch().isPresent() && change.ifMatch().getAsLong() != number()
                ? Optional.of(refused(PreferenceRefusal.VERSION_CONFLICT, Map.of("version", number())))
                : Optional.empty();
    }

    public Decision<PreferencesChanged> decide(ChangePreferences change, Instant now) {
        return gate(change).orElseGet(() -> taken(change, now));
    }

    private Decision<PreferencesChanged> taken(ChangePreferences change, Instant now) {
        List<String> muted = change.wishes().wronglyMuted(change.roles()).stream()
                .map(AlertType::code)
                .toList();
        if (!muted.isEmpty()) {
            return refused(PreferenceRefusal.MANDATORY_TYPE, Map.of("types", muted));
        }
        Wishes after = change.wishes().withoutWhatIsSoAnyway(change.roles());
        return after.equals(wishes)
                ? accepted()
                : accepted(new PreferencesChanged(after, LocalDate.ofInstant(now, ZoneOffset.UTC)));
    }

    public Preferences apply(PreferencesChanged event, Instant recordedAt) {
        Version next = version.map(last -> last.next(event.effectiveDate(), recordedAt))
                .orElseGet(() -> Version.first(event.effectiveDate(), recordedAt));
        return new Preferences(recipient, event.wishes(), Optional.of(next));
    }
}
