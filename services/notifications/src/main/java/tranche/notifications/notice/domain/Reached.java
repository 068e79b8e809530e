package tranche.notifications.notice.domain;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.values.actor.Role;

/**
 * That a notice reaches somebody, and why.
 *
 * @param cause id of the notice's event
 * @param correlation shared by all that follows from the command that began it; empty where that was not kept
 * @param toldAs roles of its audience that the recipient holds for it; none where it asked for more than that
 * @param wantedBy the recipient's subscriptions that cover it; what their holder may not see, they do not
 */
public record Reached(
        UUID notice,
        AlertType type,
        UUID cause,
        Optional<UUID> correlation,
        UUID recipient,
        Set<Role> toldAs,
        Set<UUID> wantedBy) {

    public Reached {
        toldAs = Set.copyOf(toldAs);
        wantedBy = Set.copyOf(wantedBy);
    }
}
