package tranche.engines.postgres;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tranche.engines.EngineException;

/**
 * Where a PostgreSQL server is.
 *
 * @param hosts {@code host:port}, several separated by commas
 * @param parameters what follows the database in a JDBC address, {@code ?} included; may be empty
 */
public record PostgresServer(String hosts, String parameters) {

    private static final Pattern ADDRESS =
            Pattern.compile("(?:jdbc:)?postgres(?:ql)?://([^/?@\\s]+)(?:/)?(\\?\\S*)?", Pattern.CASE_INSENSITIVE);

    /**
     * Reads an address such as {@code postgresql://db.example:5432?sslmode=verify-full}.
     *
     * @throws EngineException if it is none, or names a database, a user or a password
     */
    public static PostgresServer of(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            throw new EngineException("\"" + address.replaceAll("//[^/@]*@", "//…@")
                    + "\" is no address of a PostgreSQL server. Write postgresql://HOST:PORT without a database, a user"
                    + " or a password: every service has a database of its own.");
        }
        String parameters = matcher.group(2);
        return new PostgresServer(matcher.group(1), parameters == null ? "" : parameters);
    }

    /** The server of this machine at a port. */
    static PostgresServer local(int port) {
        return new PostgresServer("127.0.0.1:" + port, "");
    }

    /** The JDBC address of one of its databases, without user and password. */
    public String url(String database) {
        return "jdbc:postgresql://" + hosts + "/" + database + parameters;
    }
}
