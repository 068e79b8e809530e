package tranche.flow.writer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tranche.world.ids.Ids;
import tranche.world.tasks.Recurring;
import tranche.world.time.Clock;

/**
 * A job that comes round again and again and sends a command of the system for everything that is due by then, page by page. Any
 * instance may do so, and the same one twice: what is due is found by its state, and the decision tells it once.
 *
 * @param <D> what is due
 */
public class DueSweep<D> implements Recurring {

    private final Round round;
    private final Look<D> look;
    private final Function<D, CompletableFuture<Outcome>> act;
    private final Clock clock;

    /**
     * When and under which names it is done.
     *
     * @param name the job's, in logs and thread dumps
     * @param what one that is due, for the log
     */
    public record Round(String name, Duration pause, String what) {}

    /** Looks for what is due, in an order of its own. */
    @FunctionalInterface
    public interface Look<D> {

        /**
         * @param now of the whole round
         * @param last the last one of the page before; empty for the first page
         * @return at most so many as the limit says; fewer on the last page
         */
        List<D> at(Instant now, Optional<D> last, int limit);
    }

    /** @param act sends the command for one that is due */
    protected DueSweep(Round round, Look<D> look, Function<D, CompletableFuture<Outcome>> act, Clock clock) {
        this.round = round;
        this.look = look;
        this.act = act;
        this.clock = clock;
    }

    /** Sends a command of the system that nobody asked for. */
    protected static <S, C, E> CompletableFuture<Outcome> sent(Writer<S, C, E> writer, UUID key, C command, Ids ids) {
        return writer.submit(Sweep.submission(key, command, ids));
    }

    @Override
    public final String name() {
        return round.name();
    }

    @Override
    public final Duration pause() {
        return round.pause();
    }

    @Override
    public final void work() throws InterruptedException {
        work(Sweep.AT_ONCE);
    }

    /** @param atOnce commands under way together: a page */
    public final void work(int atOnce) throws InterruptedException {
        Instant now = clock.now();
        Sweep.through(round.what(), (last, limit) -> look.at(now, last, limit), atOnce, act);
    }
}
