package tranche.portal.account.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.account.domain.Username;

/** The table {@code account_password}. */
public final class PasswordRows {

    private static final String FIND = """
            select a.id, p.hash
              from account a
              join account_password p on p.account = a.id
             where a.username = ? and a.state = 'ACTIVE'
            """;

    private static final String PUT = """
            insert into account_password (account, hash, set_at) values (?, ?, ?::timestamptz)
            on conflict (account) do update set hash = excluded.hash, set_at = excluded.set_at
            """;

    private static final String IS_SET = "select 1 from account_password where account = ?";

    /** An active account's password. */
    public record Stored(UUID account, String hash) {

        @Override
        public String toString() {
            return "Stored[" + account + "]";
        }
    }

    private PasswordRows() {}

    /** The password of the active account of a name; empty where there is none, or it has none. */
    public static Optional<Stored> find(Connection connection, Username username) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setString(1, username.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Stored(row.getObject(1, UUID.class), row.getString(2)))
                        : Optional.empty();
            }
        }
    }

    /** Whether an account has a password. */
    public static boolean isSet(Connection connection, UUID account) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(IS_SET)) {
            select.setObject(1, account);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Sets an account's password. */
    public static void put(Connection connection, UUID account, String hash, Instant now) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(PUT)) {
            upsert.setObject(1, account);
            upsert.setString(2, hash);
            upsert.setString(3, now.toString());
            upsert.executeUpdate();
        }
    }
}
