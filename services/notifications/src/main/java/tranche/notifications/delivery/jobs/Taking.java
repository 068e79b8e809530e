package tranche.notifications.delivery.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.flow.writer.Overloaded;
import tranche.flow.writer.Unavailable;
import tranche.notifications.delivery.Claims.Claimed;
import tranche.notifications.delivery.domain.Delivery;
import tranche.world.time.Clock;

/** Takes up what is due so that one delivery that cannot be made ready, by a defect of ours, keeps no other back. */
final class Taking {

    private static final Logger LOG = LoggerFactory.getLogger(Taking.class);

    /** How long one that could not be taken up is left aside. */
    private static final Duration ASIDE = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<UUID, Instant> aside = new HashMap<>();

    /** Takes up what is chosen of what is due: all of it, or nothing where it fails. */
    @FunctionalInterface
    interface Claiming {
        Claimed take(UnaryOperator<List<Delivery>> chosen);
    }

    Taking(Clock clock) {
        this.clock = clock;
    }

    /** @param chosen picks of what is due what there is room for */
    Claimed take(Claiming claiming, UnaryOperator<List<Delivery>> chosen) {
        Instant now = clock.now();
        aside.values().removeIf(until -> !until.isAfter(now));
        return take(claiming, chosen, Integer.MAX_VALUE);
    }

    private Claimed take(Claiming claiming, UnaryOperator<List<Delivery>> chosen, int most) {
        var picked = new Picked(chosen, most);
        try {
            Claimed claimed = claiming.take(picked);
            return picked.isCut ? new Claimed(claimed.claims(), true) : claimed;
        } catch (Unavailable | Overloaded away) {
            throw away;
        } catch (RuntimeException failed) {
            if (picked.last.isEmpty()) {
                throw failed;
            }
            if (picked.last.size() > 1) {
                return take(claiming, chosen, picked.last.size() / 2);
            }
            UUID defective = picked.last.getFirst().id();
            LOG.error("delivery={} cannot be taken up", defective, failed);
            aside.put(defective, clock.now().plus(ASIDE));
            return take(claiming, chosen, most);
        }
    }

    /** What was picked last, which is what a failure is of. */
    private final class Picked implements UnaryOperator<List<Delivery>> {

        private final UnaryOperator<List<Delivery>> chosen;
        private final int most;
        private List<Delivery> last = List.of();
        private boolean isCut;

        Picked(UnaryOperator<List<Delivery>> chosen, int most) {
            this.chosen = chosen;
            this.most = most;
        }

        @Override
        public List<Delivery> apply(List<Delivery> due) {
            List<Delivery> all = chosen.apply(due.stream()
                    .filter(delivery -> !aside.containsKey(delivery.id()))
                    .toList());
            isCut = all.size() > most;
            last = isCut ? List.copyOf(all.subList(0, most)) : all;
            return last;
        }
    }
}
