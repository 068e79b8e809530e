package tranche.notifications.preference.domain;

import java.util.OptionalLong;
import java.util.Set;
import tranche.values.actor.Role;

/**
 * A recipient says what it wants, in the place of all that it has said before.
 *
 * @param roles that it holds: they say what is mandatory for it
 */
public record ChangePreferences(Wishes wishes, Set<Role> roles, OptionalLong ifMatch) {

    public ChangePreferences {
        roles = Set.copyOf(roles);
    }
}
