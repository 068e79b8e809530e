package tranche.auditor;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be verified, and how it is reached.
 *
 * @param databases by the name of the service; each login must be able to read every table
 * @param kafka properties of a client that may read the services' topics
 */
public record Settings(Map<String, Login> databases, Map<String, String> kafka) {

    /** How to reach a database. */
    public record Login(String url, String user, String password) {

        @Override
        public String toString() {
            return url + " as " + user;
        }
    }

    public Settings {
        databases = Map.copyOf(databases);
        kafka = Map.copyOf(kafka);
    }

    /** The services in the order of their names. */
    Map<String, Login> inOrder() {
        return new TreeMap<>(databases);
    }
}
