package tranche.flow.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** The service's connections, with the limits that keep one slow statement from holding up everybody. */
public final class Pool {

    /** Lanes, relay, inbox and a few readers; PostgreSQL pays a process for each. */
    private static final int MOST_CONNECTIONS = 10;

    /** Kept open when idle: the relay's own and one to answer at once. */
    private static final int LEAST_CONNECTIONS = 2;

    /** A caller waits this long for a connection before it is told that the service is busy. */
    private static final long CONNECTION_TIMEOUT_MILLIS = 2_000;

    /** A statement or an idle transaction holds back the relay's horizon, so both end by themselves. */
    private static final String SERVER_LIMITS =
            "-c statement_timeout=5000 -c idle_in_transaction_session_timeout=5000 -c timezone=UTC";

    private Pool() {}

    /** Opens a pool as the service role. It does not wait for the database. */
    public static HikariDataSource open(Database database, String service) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(service);
        config.setJdbcUrl(database.url());
        config.setUsername(database.user().name());
        config.setPassword(database.user().password());
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(LEAST_CONNECTIONS);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("options", SERVER_LIMITS);
        config.addDataSourceProperty("ApplicationName", "tranche-" + service);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // A failed row may hold what no log may hold.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("prepareThreshold", "3");
        return new HikariDataSource(config);
    }
}
