package tranche.engines.postgres;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tranche.engines.EngineException;

/**
 * A PostgreSQL that somebody else runs, with a login that may make databases and roles.
 *
 * <p>The passwords of the services' roles are derived from that login's: whoever has it opens the same databases, from any
 * data folder, and nobody has to keep further passwords.
 */
public final class ExternalPostgres {

    private final PostgresServer server;
    private final ServiceDatabases databases;

    private ExternalPostgres(PostgresServer server, ServiceDatabases databases) {
        this.server = server;
        this.databases = databases;
    }

    /**
     * Asks the server whether it answers and keeps what it confirms; changes nothing.
     *
     * @throws EngineException if it does not
     */
    public static ExternalPostgres at(PostgresServer server, String administrator, String password) {
        ExternalPostgres external = new ExternalPostgres(
                server, new ServiceDatabases(server, administrator, password, role -> derived(password, role)));
        external.refuseForgetful();
        return external;
    }

    private void refuseForgetful() {
        try (Connection connection = databases.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select name, setting from pg_settings"
                        + " where name in ('fsync', 'synchronous_commit') and setting = 'off'")) {
            if (rows.next()) {
                throw new EngineException("PostgreSQL at " + server.hosts() + " runs with " + rows.getString(1)
                        + "=off: it would not keep what it confirms. Switch that on first.");
            }
        } catch (SQLException failed) {
            throw new EngineException(
                    "PostgreSQL at " + server.hosts() + " cannot be used: " + failed.getMessage(), failed);
        }
    }

    /** The database of a service, made with its two roles where it is missing. */
    public ServiceDatabase database(String service) {
        return databases.make(service);
    }

    private static String derived(String password, String role) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            return HexFormat.of().formatHex(mac.doFinal(("tranche role " + role).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HmacSHA256.", impossible);
        }
    }
}
