package tranche.portal.frontdoor.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The table {@code signing_key}: the public halves of all instances' keys. */
public final class SigningKeyRows {

    private static final String PUT = """
            insert into signing_key (id, public_jwk, seen_at) values (?, ?, ?::timestamptz)
            on conflict (id) do update set seen_at = excluded.seen_at
            """;

    private static final String SEEN_AFTER =
            "select public_jwk from signing_key where seen_at > ?::timestamptz order by id";

    private SigningKeyRows() {}

    /** Notes that the instance that signs with a key is there. */
    public static void put(Connection connection, String id, String publicJwk, Instant now) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(PUT)) {
            upsert.setString(1, id);
            upsert.setString(2, publicJwk);
            upsert.setString(3, now.toString());
            upsert.executeUpdate();
        }
    }

    /** The public keys of instances that were there after a time, as JSON Web Keys. */
    public static List<String> seenAfter(Connection connection, Instant time) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SEEN_AFTER)) {
            select.setString(1, time.toString());
            List<String> keys = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.add(row.getString(1));
                }
            }
            return keys;
        }
    }
}
