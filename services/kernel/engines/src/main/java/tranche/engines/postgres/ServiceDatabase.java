package tranche.engines.postgres;

/**
 * A database and its two roles.
 *
 * @param url JDBC address, without user and password
 * @param owner owns the schema {@code public} and migrates it
 * @param ownerPassword of the owner
 * @param user what the service works as; it gets its rights table by table from the migrations
 * @param password of the user
 */
public record ServiceDatabase(String url, String owner, String ownerPassword, String user, String password) {

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
