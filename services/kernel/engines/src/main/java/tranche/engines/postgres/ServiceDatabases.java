package tranche.engines.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import tranche.engines.EngineException;

/** Makes the databases of services on a server, each with its two roles. */
final class ServiceDatabases {

    private static final String HOME = "postgres";

    private final PostgresServer server;
    private final String administrator;
    private final String password;
    private final UnaryOperator<String> passwords;

    /**
     * @param administrator may make databases and roles
     * @param password the administrator's
     * @param passwords the password of a role by its name, always the same
     */
    ServiceDatabases(PostgresServer server, String administrator, String password, UnaryOperator<String> passwords) {
        this.server = server;
        this.administrator = administrator;
        this.password = password;
        this.passwords = passwords;
    }

    /** A connection of the administrator to the server's own database. */
    Connection connect() throws SQLException {
        return connect(HOME);
    }

    /** The database of a service, made with its two roles where it is missing. */
    ServiceDatabase make(String service) {
        if (!service.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("not a name for a database: " + service);
        }
        String owner = service + "_owner";
        ServiceDatabase database = new ServiceDatabase(
                server.url(service), owner, passwords.apply(owner), service, passwords.apply(service));
        try {
            make(database, service);
        } catch (SQLException failed) {
            throw new EngineException("Cannot make the database " + service + ": " + failed.getMessage(), failed);
        }
        return database;
    }

    /** Drops a database with its roles and all that is connected to it. */
    void drop(ServiceDatabase database) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database.user() + " with (force)");
            statement.execute("drop role if exists " + database.user() + ", " + database.owner());
        }
    }

    private void make(ServiceDatabase database, String name) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            makeRole(statement, database.owner(), database.ownerPassword());
            makeRole(statement, database.user(), database.password());
            if (!finds(statement, "select from pg_roles where rolname = current_user and rolsuper")) {
                // Only a superuser may give away what it is not a member of.
                statement.execute("grant " + database.owner() + " to current_user");
            }
            if (!finds(statement, "select from pg_database where datname = '" + name + "'")) {
                statement.execute("create database " + name + " owner " + database.owner());
            }
            statement.execute("revoke all on database " + name + " from public");
            statement.execute("grant connect, temporary on database " + name + " to " + database.user());
        }
        try (Connection connection = connect(name);
                Statement statement = connection.createStatement()) {
            statement.execute("alter schema public owner to " + database.owner());
            statement.execute("revoke all on schema public from public");
            statement.execute("grant usage on schema public to " + database.user());
        }
    }

    private static void makeRole(Statement statement, String name, String password) throws SQLException {
        if (!finds(statement, "select from pg_roles where rolname = '" + name + "'")) {
            statement.execute("create role " + name + " login");
        }
        // Set each time: a kill between two statements may have left a role without the password that is kept.
        statement.execute("alter role " + name + " password '" + password + "'");
    }

    private static boolean finds(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(server.url(database), administrator, password);
    }
}
