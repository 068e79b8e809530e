package tranche.flow.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tranche.flow.writer.Transaction;

/**
 * Somebody who is told of events: a read model, an alert, a reaction with commands of its own.
 *
 * <p>Each event comes once, in order within its key; what is done with it is committed together with the mark that it
 * was.
 */
public interface Consumer {

    /** Its name within the service: part of its group, its marks and its dead letters. */
    String name();

    /** The topics that it reads. */
    Set<String> topics();

    /**
     * The keys that {@code handle} will write or whose state its commands need, so that they are locked before anything is
     * written; none for a read model.
     *
     * @param connection of the transaction, for what has to be looked up
     */
    default Set<UUID> keys(Connection connection, List<Incoming> batch) throws SQLException {
        return Set.of();
    }

    /**
     * Does what the events ask for, set-based.
     *
     * @param batch at least one event, of known types only
     * @throws RuntimeException if an event cannot be handled: the batch is halved until it stands alone, and its key is
     *     parked
     */
    void handle(Transaction transaction, List<Incoming> batch) throws SQLException;

    /** Called after the commit, for what may be lost: a signal to open pages. */
    default void committed(List<Incoming> batch) {}
}
