package tranche.flow.writer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.values.actor.Actor;
import tranche.values.decision.Decision;

/**
 * One database transaction in which commands are decided. Keys are locked first, all at once; then commands of any
 * feature are submitted; whoever opened it commits.
 */
public interface Transaction {

    /** For effects of one's own within the same transaction; neither committed nor closed by its user. */
    Connection connection();

    /** The time of everything in this transaction, in microseconds. */
    Instant now();

    /**
     * Locks keys before anything is written; once for each transaction.
     *
     * @param changes keys whose events will be written
     * @param reads keys whose state decisions need
     */
    void lock(Collection<UUID> changes, Set<UUID> reads) throws SQLException;

    /**
     * Decides commands in their order and writes what they lead to.
     *
     * @return an outcome for each submission, in the same order
     * @throws IllegalStateException if a key was not locked
     */
    <S, C, E> List<Outcome> submit(Feature<S, C, E> feature, List<Submission<S, C, E>> submissions) throws SQLException;

    /**
     * Decides one command that is a part of a request with a key and an answer of its own.
     *
     * @return where it left its key, or why it was refused
     * @throws IllegalStateException if the key was not locked
     */
    default <S, C, E> Decision<Position> take(Feature<S, C, E> feature, UUID key, C command, Actor by, Trace trace)
            throws SQLException {
        var submission =
                new Submission<S, C, E>(key, Set.of(), command, by, Optional.empty(), trace, Renderer.nothing());
        return switch (submit(feature, List.of(submission)).getFirst()) {
            case Outcome.Done done -> Decision.accepted(done.position());
            case Outcome.Refused(var refusal, var facts) -> Decision.refused(refusal, facts);
            case Outcome.KeyReused _, Outcome.InProgress _ ->
                throw new IllegalStateException("a command without a key was taken for another request");
        };
    }

    /**
     * What an earlier request with the same idempotency key makes of this one, for work that answers once for many
     * commands.
     *
     * @return the stored answer, or that the key came with another body; empty if the request is the first
     */
    Optional<Outcome> earlier(Idempotency idempotency) throws SQLException;

    /** Keeps an answer with its idempotency key, so that the request, sent again, is answered the same. */
    void keep(Idempotency idempotency, Outcome.Done done) throws SQLException;
}
