package tranche.notifications.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tranche.flow.writer.Transaction;
import tranche.notifications.delivery.domain.Attempted;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.delivery.domain.Target;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.notice.domain.RaisedAlert;

/**
 * What a channel knows and nobody else: whom it takes an alert to, what it sends, and how. All but the sending itself happens
 * within a transaction of its caller, for many at once, with a few statements for all of them.
 */
public interface Sender {

    Channel channel();

    /** Where the channel takes alerts that were just raised: any number of targets for each. */
    List<Target> targets(Connection connection, List<RaisedAlert> alerts) throws SQLException;

    /**
     * What deliveries send, fixed before their first attempt, so that every attempt sends the same.
     *
     * @param now of the transaction
     * @return by delivery; one that is left out is cancelled
     */
    Map<UUID, String> contents(Connection connection, List<Delivery> deliveries, Instant now) throws SQLException;

    /**
     * Makes deliveries ready to be sent, asking their targets' state again (rule N-6).
     *
     * @param now of the transaction
     * @return for each of them what is done about it
     */
    Map<UUID, Parcel> prepare(Connection connection, Collection<Delivery> deliveries, Instant now) throws SQLException;

    /**
     * Learns from attempts, in the transaction that records them. The recipients' keys are locked.
     *
     * @param attempts those that count: none of somebody who was given up
     */
    void settled(Transaction transaction, List<Attempted> attempts) throws SQLException;
}
