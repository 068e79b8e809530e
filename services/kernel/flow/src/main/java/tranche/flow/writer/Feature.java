package tranche.flow.writer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tranche.values.decision.Decision;

/**
 * What a feature gives the writer: everything between a command and its commit that is the feature's own.
 *
 * <p>{@code decide} and {@code apply} are pure. {@code load} and {@code save} are set-based: one statement for each
 * table, however many commands share the batch.
 *
 * @param <S> the state of one ordering key, immutable
 * @param <C> the closed list of commands
 * @param <E> the closed list of events
 */
public interface Feature<S, C, E> {

    /** The feature's name, for threads, metrics and logs, for instance {@code commitment}. */
    String name();

    /**
     * Loads what the commands need, under the locks of all their keys.
     *
     * @param commands by ordering key, each list in its order of arrival
     * @return a state for each key of {@code commands}; for a key of which nothing is stored yet, the empty state
     */
    Map<UUID, S> load(Connection connection, Map<UUID, List<C>> commands) throws SQLException;

    /** Decides one command against the state that the commands before it left. */
    Decision<E> decide(S state, C command, Instant now);

    /**
     * The state after an event. Total: an event that was recorded once can always be applied again.
     *
     * @param recordedAt when the event is recorded: what an as-of read compares
     */
    S apply(S state, E event, Instant recordedAt);

    /** Stores the new states, with one statement for each table, in the order of the list. */
    void save(Connection connection, Collection<Recorded<S, E>> recorded) throws SQLException;

    /**
     * The event as it leaves: whose version it is, and how its Avro record is made once the head is known.
     *
     * @param after the state right after the event
     */
    Outgoing toAvro(S after, E event);
}
