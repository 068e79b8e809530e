package tranche.flow.writer;

import java.util.concurrent.CompletableFuture;

/** A submission in a lane, with whoever waits for it. */
record Pending<S, C, E>(Feature<S, C, E> feature, Submission<S, C, E> submission, CompletableFuture<Outcome> outcome) {

    static <S, C, E> Pending<S, C, E> of(Feature<S, C, E> feature, Submission<S, C, E> submission) {
        return new Pending<>(feature, submission, new CompletableFuture<>());
    }
}
