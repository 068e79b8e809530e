package tranche.commitments.notice.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import tranche.commitments.notice.domain.PublishedKey;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;

/** The table {@code notice_key}: the public half of every key that ever signed. */
public final class NoticeKeyRows {

    private static final String USED = """
            insert into notice_key (key_id, public_key, made_at, published) values (?, ?, ?, false)
            on conflict (key_id) do nothing
            """;

    private static final String PUBLISHED = """
            insert into notice_key (key_id, public_key, made_at, published)
            select key_id, public_key, made_at, true from unnest(?::text[], ?::text[], ?::timestamptz[])
                as k(key_id, public_key, made_at)
            on conflict (key_id) do update set published = true
            """;

    private static final String TOLD = "select * from notice_key where key_id = any(?::text[]) and published";

    private NoticeKeyRows() {}

    /** Keeps a key that signs, so that no signature is without it. */
    public static void used(Connection connection, PublishedKey key, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(USED)) {
            insert.setString(1, key.id());
            insert.setString(2, key.publicKey());
            insert.setObject(3, Rows.at(at));
            insert.executeUpdate();
        }
    }

    /** Keeps keys that are told of. */
    public static void published(Connection connection, Collection<PublishedKey> keys, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(PUBLISHED)) {
            Bind.<PublishedKey>rows(insert, keys)
                    .text(PublishedKey::id)
                    .text(PublishedKey::publicKey)
                    .instant(_ -> at);
            insert.executeUpdate();
        }
    }

    /** Those of the keys that are told of. */
    public static List<PublishedKey> told(Connection connection, Collection<String> ids) throws SQLException {
        return Query.list(
                connection, TOLD, select -> Bind.<String>rows(select, ids).text(id -> id), NoticeKeyRows::read);
    }

    static PublishedKey read(ResultSet row) throws SQLException {
        return new PublishedKey(row.getString("key_id"), row.getString("public_key"));
    }
}
