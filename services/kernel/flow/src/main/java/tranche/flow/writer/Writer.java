package tranche.flow.writer;

import java.util.concurrent.CompletableFuture;

/**
 * A feature's way to its commit.
 *
 * @param <S> the feature's state
 * @param <C> the feature's commands
 * @param <E> the feature's events
 */
public final class Writer<S, C, E> {

    private final Feature<S, C, E> feature;
    private final Writers writers;

    Writer(Feature<S, C, E> feature, Writers writers) {
        this.feature = feature;
        this.writers = writers;
    }

    /**
     * Takes a command to the lane of its key.
     *
     * @return what became of it, completed after the commit; fails with {@link Unavailable} if the database is away and
     *     with {@link IllegalStateException} if an invariant is broken
     * @throws Overloaded if the lane has more waiting than it can do in time
     */
    public CompletableFuture<Outcome> submit(Submission<S, C, E> submission) {
        return writers.submit(feature, submission);
    }

    /** The feature, for commands that are decided within another transaction. */
    public Feature<S, C, E> feature() {
        return feature;
    }
}
