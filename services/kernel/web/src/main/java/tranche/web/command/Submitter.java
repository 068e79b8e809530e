package tranche.web.command;

import java.util.concurrent.CompletableFuture;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Submission;

/**
 * Where a command is handed in: a feature's writer.
 *
 * @param <S> the feature's state
 * @param <C> the feature's commands
 * @param <E> the feature's events
 */
@FunctionalInterface
public interface Submitter<S, C, E> {

    /** @throws tranche.flow.writer.Overloaded if the command was not taken */
    CompletableFuture<Outcome> submit(Submission<S, C, E> submission);
}
