package tranche.flow.sql;

/**
 * A service's own database and the two roles that use it.
 *
 * @param url JDBC address, for instance {@code jdbc:postgresql://127.0.0.1:8113/commitments}
 * @param owner owns the tables and brings them up to date; used at start only
 * @param user the service's everyday role: it may neither update nor delete an event or a posting
 */
public record Database(String url, Login owner, Login user) {

    /** A role and its password; the password is never printed. */
    public record Login(String name, String password) {

        @Override
        public String toString() {
            return "Login[" + name + "]";
        }
    }
}
