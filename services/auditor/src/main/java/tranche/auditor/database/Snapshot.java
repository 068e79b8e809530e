package tranche.auditor.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import tranche.auditor.CannotVerify;
import tranche.auditor.Settings;

/**
 * A service's database as it was at one moment: one transaction that repeats its reads and writes nothing. Rows come as a
 * stream, a few at a time, so that memory stays flat however many there are.
 */
public final class Snapshot implements AutoCloseable {

    /** Rows that are held at a time. */
    public static final int PAGE = 500;

    private final String service;
    private final Settings.Login login;
    private final Connection connection;

    private Snapshot(String service, Settings.Login login, Connection connection) {
        this.service = service;
        this.login = login;
        this.connection = connection;
    }

    /** Takes the snapshot now. */
    public static Snapshot take(String service, Settings.Login login) {
        try {
            Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password());
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Snapshot snapshot = new Snapshot(service, login, connection);
            // The first statement is what fixes the moment.
            snapshot.each("select 1", _ -> {});
            return snapshot;
        } catch (SQLException away) {
            throw new CannotVerify("the database of " + service + " cannot be read: " + away.getMessage(), away);
        }
    }

    /** Another snapshot of the same database, taken now: it sees what was committed meanwhile. */
    public Snapshot later() {
        return take(service, login);
    }

    public String service() {
        return service;
    }

    /** A table's name as findings tell it. */
    public String table(String name) {
        return service + "." + name;
    }

    /** Is handed a row. */
    public interface Reader {
        void read(Row row) throws SQLException;
    }

    /** Hands each row of a query to the reader. */
    public void each(String sql, Reader reader, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(PAGE);
            for (int i = 0; i < arguments.length; i++) {
                bind(statement, i + 1, arguments[i]);
            }
            try (ResultSet set = statement.executeQuery()) {
                Row row = new Row(set);
                while (set.next()) {
                    reader.read(row);
                }
            }
        }
    }

    private void bind(PreparedStatement statement, int place, Object argument) throws SQLException {
        if (argument instanceof Collection<?> ids) {
            Array array = connection.createArrayOf("uuid", ids.toArray(new UUID[0]));
            statement.setArray(place, array);
        } else {
            statement.setObject(place, argument);
        }
    }

    /** The number that a query with one row and the column {@code n} gives. */
    public long count(String sql, Object... arguments) throws SQLException {
        long[] number = new long[1];
        each(sql, row -> number[0] = row.number("n"), arguments);
        return number[0];
    }

    /** Whether there is such a table: a service that was stopped in its first seconds has none yet. */
    public boolean has(String table) throws SQLException {
        return count("select count(to_regclass(?)) as n", table) > 0;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            // Nothing was written, so nothing is lost with a connection that is gone already.
            throw new CannotVerify("the database of " + service + " went away: " + gone.getMessage(), gone);
        }
    }
}
