package tranche.notifications.delivery.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.flow.writer.Overloaded;
import tranche.flow.writer.Unavailable;
import tranche.notifications.delivery.domain.Attempted;
import tranche.world.Failpoint;

/**
 * What attempts came to, until it is recorded: each is recorded, or waits still, or is given up alone. Whoever sends adds to it,
 * one task records.
 */
final class Endings {

    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

    private final Consumer<List<Attempted>> recording;
    private final Consumer<Ended> behind;

    /** Bounded by what may be under way. */
    private final LinkedBlockingQueue<Ended> waiting = new LinkedBlockingQueue<>();

    /**
     * An attempt that has ended.
     *
     * @param took from its begin to its end
     */
    record Ended(Attempted attempted, Duration took) {}

    /**
     * @param recording records many at once, or none of them
     * @param behind told of each that nothing more is done about
     */
    Endings(Consumer<List<Attempted>> recording, Consumer<Ended> behind) {
        this.recording = recording;
        this.behind = behind;
    }

    void add(Ended ended) {
        waiting.add(ended);
    }

    /**
     * Records what waits. What cannot be recorded while the database is away waits on. One that cannot be recorded at all keeps
     * no other back: it is made again once its lease is over.
     */
    void record() {
        List<Ended> batch = new ArrayList<>();
        waiting.drainTo(batch);
        if (!batch.isEmpty()) {
            // A process that dies here has sent and does not know it: each is sent again under its id.
            Failpoint.at("delivery.end-unrecorded");
            record(batch);
        }
    }

    private void record(List<Ended> batch) {
        try {
            recording.accept(batch.stream().map(Ended::attempted).toList());
        } catch (Unavailable | Overloaded away) {
            waiting.addAll(batch);
            throw away;
        } catch (RuntimeException failed) {
            if (batch.size() > 1) {
                halves(batch);
                return;
            }
            LOG.error(
                    "delivery={} was not recorded",
                    batch.getFirst().attempted().delivery().id(),
                    failed);
        }
        batch.forEach(behind);
    }

    /** The one that cannot be recorded is in one of them. */
    private void halves(List<Ended> batch) {
        int half = batch.size() / 2;
        List<Ended> second = batch.subList(half, batch.size());
        try {
            record(batch.subList(0, half));
        } catch (Unavailable | Overloaded away) {
            waiting.addAll(second);
            throw away;
        }
        record(second);
    }
}
