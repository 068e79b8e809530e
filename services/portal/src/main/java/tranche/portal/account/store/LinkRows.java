package tranche.portal.account.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.account.domain.OpaqueSecret;

/** The table {@code account_link}: one-time links with which a password is set. */
public final class LinkRows {

    private static final String FORGET = "delete from account_link where account = ? or expires_at < ?::timestamptz";

    /** Asked after the deletion, which waits for whoever is using the earlier link up and setting a password. */
    private static final String INSERT = """
            insert into account_link (hash, account, expires_at)
            select ?, a.id, ?::timestamptz
              from account a
             where a.id = ? and not exists (select from account_password p where p.account = a.id)
            """;

    private static final String FIND = """
            select l.account
              from account_link l
              join account a on a.id = l.account and a.state = 'ACTIVE'
             where l.hash = ? and l.used_at is null and l.expires_at > ?::timestamptz
            """;

    private static final String USE = """
            update account_link l set used_at = ?::timestamptz
             where l.hash = ? and l.used_at is null and l.expires_at > ?::timestamptz
               and exists (select 1 from account a where a.id = l.account and a.state = 'ACTIVE')
            returning l.account
            """;

    private LinkRows() {}

    /**
     * Makes a link of an account; earlier ones of the account, and all that have expired, are gone.
     *
     * @return false if the account has a password, and so gets no link
     */
    public static boolean replace(
            Connection connection, UUID account, OpaqueSecret secret, Instant now, Instant expiresAt)
            throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setObject(1, account);
            forget.setString(2, now.toString());
            forget.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setBytes(1, secret.hash());
            insert.setString(2, expiresAt.toString());
            insert.setObject(3, account);
            return insert.executeUpdate() == 1;
        }
    }

    /** The active account of a link that can still be used. */
    public static Optional<UUID> find(Connection connection, OpaqueSecret secret, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setBytes(1, secret.hash());
            select.setString(2, now.toString());
            return account(select);
        }
    }

    /** Uses a link up: of two who try at once, one gets the account. */
    public static Optional<UUID> use(Connection connection, OpaqueSecret secret, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(USE)) {
            update.setString(1, now.toString());
            update.setBytes(2, secret.hash());
            update.setString(3, now.toString());
            return account(update);
        }
    }

    private static Optional<UUID> account(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
        }
    }
}
