package tranche.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tranche.engines.Ports;
import tranche.engines.postgres.EmbeddedPostgres;
import tranche.engines.postgres.ServiceDatabase;
import tranche.engines.secret.Secrets;
import tranche.world.ids.RandomIds;

/**
 * Fresh databases on a real PostgreSQL, one server for each JVM, started at the first use and as durable as in
 * production. Usually a test class makes one in a static field: {@code static final TestDatabase DATABASE =
 * TestDatabase.create("commitments")}.
 */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private final ServiceDatabase database;

    private TestDatabase(ServiceDatabase database) {
        this.database = database;
    }

    /**
     * A new, empty database with its two roles, as the launcher makes them.
     *
     * @param service begins the names, for instance {@code commitments_3_owner} and {@code commitments_3}
     */
    public static TestDatabase create(String service) {
        return new TestDatabase(server().database(service + "_" + NUMBER.incrementAndGet()));
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            Secrets secrets = new Secrets(TestFolder.path().resolve("postgres-secrets"), new RandomIds());
            server = EmbeddedPostgres.start(
                    TestFolder.path().resolve("postgres"),
                    TestFolder.cache(),
                    Ports.free(1).getFirst(),
                    secrets);
            // Its data go with it: what a stop would first write to the disk would only have to be deleted from there.
            TestFolder.atEnd(server::quit);
        }
        return server;
    }

    /** The database as the launcher hands it to a service. */
    public ServiceDatabase forService() {
        return database;
    }

    /** JDBC address, without user and password. */
    public String url() {
        return database.url();
    }

    public String owner() {
        return database.owner();
    }

    public String ownerPassword() {
        return database.ownerPassword();
    }

    public String user() {
        return database.user();
    }

    public String password() {
        return database.password();
    }

    /** A connection of the owner, who may do anything in this database. */
    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url(), owner(), ownerPassword());
    }

    /** A connection of the service, who may do what the migrations granted. */
    public Connection asService() throws SQLException {
        return DriverManager.getConnection(url(), user(), password());
    }

    /** Drops the database, whoever is connected; the server does so at its end by itself. */
    public void drop() throws SQLException {
        server().drop(database);
    }
}
