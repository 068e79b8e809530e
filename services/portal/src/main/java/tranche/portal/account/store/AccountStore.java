package tranche.portal.account.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import tranche.flow.writer.Unavailable;

/** Runs reads and small writes that need no decision, each in a transaction of its own. */
@Singleton
public final class AccountStore {

    private final DataSource dataSource;

    AccountStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Statements on one connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Runs the work; all of it takes effect or nothing.
     *
     * @throws Unavailable if the database is away
     */
    public <T> T in(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error failed) {
                connection.rollback();
                throw failed;
            }
        } catch (SQLException failed) {
            throw Unavailable.of("the accounts cannot be read or written", failed);
        }
    }

    /**
     * Runs reads that need not see one moment, without the round of a commit: what every request begins with.
     *
     * @throws Unavailable if the database is away
     */
    public <T> T read(Work<T> reads) {
        try (Connection connection = dataSource.getConnection()) {
            return reads.on(connection);
        } catch (SQLException failed) {
            throw Unavailable.of("the accounts cannot be read or written", failed);
        }
    }
}
