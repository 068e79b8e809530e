package tranche.portal.raise.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import tranche.flow.writer.Unavailable;

/** Runs one reading statement. A database that is away is told as {@link Unavailable}. */
final class Query {

    /** Binds a statement's parameters. */
    interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    /** Reads a row. */
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private Query() {}

    static <T> List<T> list(DataSource dataSource, String sql, Binding binding, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            binding.to(select);
            List<T> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(reading.of(row));
                }
            }
            return found;
        } catch (SQLException away) {
            throw new Unavailable("the read models cannot be read", away);
        }
    }
}
