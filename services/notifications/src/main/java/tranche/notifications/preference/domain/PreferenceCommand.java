package tranche.notifications.preference.domain;

import java.time.ZoneId;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import tranche.notifications.notice.domain.AlertType;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;

/** What can be asked of how a recipient is told. */
public sealed interface PreferenceCommand {

    UUID recipient();

    /**
     * A recipient says how it wants to be told, in the place of all that it has said before.
     *
     * @param language kept with the recipient, as {@code zone} is: mails are written by both
     * @param roles that it holds: they say what is mandatory for it
     */
    record Change(
            UUID recipient,
            Locale language,
            ZoneId zone,
            Wishes wishes,
            Set<Role> roles,
            Actor by,
            OptionalLong ifMatch)
            implements PreferenceCommand {

        public Change {
            roles = Set.copyOf(roles);
        }
    }

    /** Whoever has a mail of a type, or of several, wants no further mail of them. */
    record StopMail(UUID recipient, Set<AlertType> types) implements PreferenceCommand {

        public StopMail {
            types = Set.copyOf(types);
        }
    }
}
