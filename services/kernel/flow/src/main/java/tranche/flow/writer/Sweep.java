package tranche.flow.writer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.values.actor.Actor;
import tranche.world.ids.Ids;

/**
 * What a job does about all that is due: a command of the system for each, a page of them under way together. One that is
 * refused or fails is told in the log and keeps no other waiting; it is due still when the job comes round again.
 */
public final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    /** Commands under way together, where nothing else is asked for. */
    public static final int AT_ONCE = 100;

    private Sweep() {}

    /** What is due, in an order of its own. */
    @FunctionalInterface
    public interface Pages<D> {

        /**
         * @param last the last one of the page before; empty for the first page
         * @return at most so many as the limit says; fewer on the last page
         */
        List<D> after(Optional<D> last, int limit);
    }

    /**
     * Goes once through all that is due.
     *
     * @param what one of them, for the log
     * @param act sends its command
     */
    public static <D> void through(String what, Pages<D> due, int atOnce, Function<D, CompletableFuture<Outcome>> act)
            throws InterruptedException {
        pages(what, due, atOnce, page -> page.stream().map(act).toList());
    }

    /**
     * As {@link #through}, where what is done about one is found out for a whole page of them, and may be nothing.
     *
     * @param act sends the commands of a page
     */
    public static <D> void pages(
            String what, Pages<D> due, int atOnce, Function<List<D>, List<CompletableFuture<Outcome>>> act)
            throws InterruptedException {
        Optional<D> last = Optional.empty();
        List<D> page;
        do {
            page = due.after(last, atOnce);
            for (CompletableFuture<Outcome> outcome : act.apply(page)) {
                report(what, outcome);
            }
            last = page.isEmpty() ? last : Optional.of(page.getLast());
        } while (page.size() == atOnce);
    }

    private static void report(String what, CompletableFuture<Outcome> outcome) throws InterruptedException {
        try {
            if (outcome.get() instanceof Outcome.Refused refused) {
                LOG.warn("{} was refused: {} {}", what, refused.refusal().code(), refused.facts());
            }
        } catch (ExecutionException failed) {
            LOG.error("{} failed", what, failed);
        }
    }

    /** A command of the system that nobody asked for and nobody waits for. */
    public static <S, C, E> Submission<S, C, E> submission(UUID key, C command, Ids ids) {
        return submission(key, command, Trace.beginning(ids));
    }

    /** The same, where something began it. */
    public static <S, C, E> Submission<S, C, E> submission(UUID key, C command, Trace trace) {
        return new Submission<>(key, Set.of(), command, Actor.SYSTEM, Optional.empty(), trace, Renderer.nothing());
    }
}
