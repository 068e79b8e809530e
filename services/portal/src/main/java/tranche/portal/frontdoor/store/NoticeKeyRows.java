package tranche.portal.frontdoor.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import tranche.flow.read.Query;
import tranche.flow.sql.Bind;
import tranche.portal.frontdoor.domain.NoticeKey;

/** The table {@code notice_key}. */
public final class NoticeKeyRows {

    private static final String KEEP = """
            insert into notice_key (key_id, public_key) select * from unnest(?::text[], ?::text[])
            on conflict (key_id) do nothing
            """;

    private static final String ALL = "select key_id, public_key from notice_key order by key_id";

    private NoticeKeyRows() {}

    public static void keep(Connection connection, List<NoticeKey> keys) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            Bind.<NoticeKey>rows(insert, keys).text(NoticeKey::id).text(NoticeKey::publicKey);
            insert.executeUpdate();
        }
    }

    /** All that were told of: there is one more whenever the service of commitments begins a data folder anew. */
    public static List<NoticeKey> all(Connection connection) throws SQLException {
        return Query.list(
                connection, ALL, _ -> {}, row -> new NoticeKey(row.getString("key_id"), row.getString("public_key")));
    }
}
