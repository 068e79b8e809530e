package tranche.notifications.preference.domain;

import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.notifications.notice.domain.AlertType;
import tranche.values.actor.Role;
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

    /** In the place of all that it has said before; what is mandatory with these roles is not muted (rule N-2). */
    Decision<PreferenceEvent> change(Wishes said, Collection<Role> roles, Instant now) {
        List<String> muted =
                said.wronglyMuted(roles).stream().map(AlertType::code).toList();
        return muted.isEmpty()
                ? become(said.withoutWhatIsSoAnyway(roles), now)
                : refused(PreferenceRefusal.MANDATORY_TYPE, Map.of("types", muted));
    }

    /** No further mail of some types; all else stays as it was said. */
    Decision<PreferenceEvent> stopMail(Collection<AlertType> types, Collection<Role> roles, Instant now) {
        Wishes left = wishes;
        for (AlertType type : types) {
            left = left.withoutMail(type, roles);
        }
        return become(left, now);
    }

    private Decision<PreferenceEvent> become(Wishes after, Instant now) {
        return after.equals(wishes)
                ? accepted()
                : accepted(new PreferenceEvent.Changed(after, LocalDate.ofInstant(now, ZoneOffset.UTC)));
    }

    Preferences apply(PreferenceEvent.Changed event, Instant recordedAt) {
        Version next = version.map(last -> last.next(event.effectiveDate(), recordedAt))
                .orElseGet(() -> Version.first(event.effectiveDate(), recordedAt));
        return new Preferences(recipient, event.wishes(), Optional.of(next));
    }
}
