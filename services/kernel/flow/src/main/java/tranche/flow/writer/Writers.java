package tranche.flow.writer;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.avro.Schema;
import tranche.flow.Signal;
import tranche.world.ids.Ids;
import tranche.world.tasks.Tasks;
import tranche.world.time.Clock;

/** The lanes of one service, shared by its features: a command goes to the lane of its ordering key. */
public final class Writers implements AutoCloseable {

    /** Batches that may be committed side by side; each holds a connection while it does. */
    private static final int LANES = 2;

    /** Work is interrupted where the process ends: by then there is another. */
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final GroupCommit commit;
    private final List<Lane> lanes = new ArrayList<>();

    /** @param written raised after each commit that wrote an event */
    public Writers(
            String service,
            DataSource dataSource,
            Clock clock,
            Ids ids,
            Tasks tasks,
            MeterRegistry metrics,
            Signal written,
            Set<Schema> knownSchemas) {
        this.commit = new GroupCommit(service, dataSource, clock, ids, tasks, written, knownSchemas);
        for (int i = 0; i < LANES; i++) {
            lanes.add(new Lane(service + "-lane-" + i, commit, clock, tasks, metrics));
        }
    }

    /** A fresh memory of known schemas, to be shared by all that write in one service. */
    public static Set<Schema> noSchemasYet() {
        return ConcurrentHashMap.newKeySet();
    }

    /** The writer of a feature. */
    public <S, C, E> Writer<S, C, E> of(Feature<S, C, E> feature) {
        return new Writer<>(feature, this);
    }

    /**
     * Does a piece of work that concerns several keys or features in one transaction of its own, all or nothing.
     *
     * @param work locks its keys first, then submits; what it throws rolls everything back and is thrown on
     * @throws Unavailable if the database is away
     * @throws Overloaded if the thread is interrupted while it waits to try again, which it stays: nothing was done
     */
    public <T> T together(Together<T> work) {
        try {
            return commit.inTransaction(work::in);
        } catch (SQLException wrong) {
            throw new IllegalStateException("a statement of the writer is wrong", wrong);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Overloaded(COME_AGAIN);
        }
    }

    /** Work in one transaction. */
    @FunctionalInterface
    public interface Together<T> {
        T in(Transaction transaction) throws SQLException;
    }

    <S, C, E> CompletableFuture<Outcome> submit(Feature<S, C, E> feature, Submission<S, C, E> submission) {
        Pending<S, C, E> pending = Pending.of(feature, submission);
        long hash = LockIds.ofKey(submission.key());
        lanes.get((int) Math.floorMod(hash ^ (hash >>> 32), lanes.size())).add(pending);
        return pending.outcome();
    }

    /** Takes no more, finishes what is queued, and ends. */
    @Override
    public void close() {
        lanes.forEach(Lane::close);
    }
}
