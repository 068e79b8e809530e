package tranche.auditor.topic;

import java.sql.SQLException;

/** Is told, partition by partition, which events a consumer has applied by its own account. */
public interface Applied {

    /** Keeps nothing. */
    Applied NOWHERE = new Applied() {
        @Override
        public void event(Arrived arrived) {}

        @Override
        public void endOfPartition() {}
    };

    /** The next event of its key that the consumer applied. */
    void event(Arrived arrived) throws SQLException;

    /** All events of the partition's keys were told. */
    void endOfPartition() throws SQLException;

    /** All partitions were told. */
    default void endOfTopic() throws SQLException {}
}
