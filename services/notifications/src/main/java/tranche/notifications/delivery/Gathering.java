package tranche.notifications.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.delivery.domain.Gathered;
import tranche.notifications.delivery.domain.Target;
import tranche.notifications.delivery.store.DigestRows;
import tranche.notifications.notice.domain.Slot;
import tranche.notifications.notice.domain.Told;

/**
 * Puts alerts that are wanted together (rule N-5), or that one slip has raised, into one delivery. One that is being sent, or was,
 * takes nothing more: there is at most one of each hour, day or week, so what comes later waits for the next.
 */
final class Gathering {

    private Gathering() {}

    /**
     * Gathers what is to be gathered.
     *
     * @param told how, by alert
     * @return what goes by itself: because it is wanted so, or because no delivery takes it any more
     */
    static List<Target> gather(Connection connection, List<Target> targets, Map<UUID, Told> told, Instant now)
            throws SQLException {
        List<Target> alone = new ArrayList<>();
        List<Target> left = targets;
        for (int turn = 0; !left.isEmpty(); turn++) {
            List<Target> asking = new ArrayList<>();
            List<Gathered> gathered = new ArrayList<>();
            for (Target target : left) {
                List<Slot> slots =
                        Objects.requireNonNull(told.get(target.alert())).digests();
                if (turn < slots.size()) {
                    asking.add(target);
                    gathered.add(gathered(target, slots.get(turn), now));
                } else {
                    alone.add(target);
                }
            }
            Set<UUID> taken = DigestRows.gather(connection, gathered);
            left = asking.stream()
                    .filter(target -> !taken.contains(target.alert()))
                    .toList();
        }
        return alone;
    }

    private static Gathered gathered(Target target, Slot slot, Instant now) {
        return new Gathered(target.alert(), slot, Delivery.ofDigest(target.recipient(), slot, now));
    }
}
