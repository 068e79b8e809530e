package tranche.launcher.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A change behind the services' back, taken back at the end. */
final class Tampering implements AutoCloseable {

    private final Connection connection;
    private final String[] tables;

    /** @param tables that the change touches: they are kept aside and put back */
    Tampering(SmallDeployment deployment, String database, String... tables) throws SQLException {
        this.connection = deployment.superuser(database);
        this.tables = tables;
        for (String table : tables) {
            execute("create temporary table kept_" + table + " as select * from " + table);
        }
    }

    /** Must change something. */
    Tampering with(String sql) throws SQLException {
        if (execute(sql) == 0) {
            throw new IllegalStateException("nothing was changed by " + sql);
        }
        return this;
    }

    private int execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        for (String table : tables) {
            execute("delete from " + table);
            execute("insert into " + table + " overriding system value select * from kept_" + table);
        }
        connection.close();
    }
}
