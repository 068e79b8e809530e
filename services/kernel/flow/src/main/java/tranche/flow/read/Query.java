package tranche.flow.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import tranche.flow.writer.Unavailable;

/** Runs one reading statement, on a connection of its own or within a transaction. */
public final class Query {

    /** Binds a statement's parameters. */
    @FunctionalInterface
    public interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    /** Reads a row. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private Query() {}

    /** Rows in the statement's order. */
    public static <T> List<T> list(Connection connection, String sql, Binding binding, Reading<T> reading)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            binding.to(select);
            List<T> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(reading.of(row));
                }
            }
            return found;
        }
    }

    /**
     * Rows in the statement's order.
     *
     * @throws Unavailable if the database is away
     * @throws IllegalStateException if the statement is wrong
     */
    public static <T> List<T> list(DataSource dataSource, String sql, Binding binding, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection()) {
            return list(connection, sql, binding, reading);
        } catch (SQLException failed) {
            throw Unavailable.of("the database cannot be read", failed);
        }
    }
}
