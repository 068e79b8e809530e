package tranche.testkit.canary.finch.nest;

import java.sql.Connection;
import java.sql.SQLException;
import tranche.testkit.house.Breaks;

/** A front door may hand a connection on, and not ask it. */
@Breaks("SQL is spoken in store and flow")
final class Asking {

    private Asking() {}

    static boolean asks(Connection connection) throws SQLException {
        return connection.isReadOnly();
    }
}
