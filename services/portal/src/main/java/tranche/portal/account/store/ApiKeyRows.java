package tranche.portal.account.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.portal.account.domain.ApiKey;
import tranche.portal.account.domain.OpaqueSecret;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;

/** The table {@code api_key}. */
public final class ApiKeyRows {

    private static final String COLUMNS =
            "k.id, k.account, k.name, k.scopes, k.created_at, k.expires_at, k.last_used_at, k.revoked_at";

    private static final String INSERT = """
            insert into api_key (id, account, name, hash, scopes, created_at, expires_at)
            values (?, ?, ?, ?, ?::text[], ?::timestamptz, ?::timestamptz)
            on conflict (id) do nothing
            """;

    /** A key in force, the person behind its account with all accounts, and the account's grants in effect, a row each. */
    private static final String FIND = "select " + COLUMNS + """
            , a.person, array(select o.id from account o where o.person = a.person),
                   g.role, g.programme, g.fund, g.investor, g.project
              from api_key k
              join account a on a.id = k.account and a.state = 'ACTIVE'
              left join account_grant g on g.account = a.id and g.state = 'GIVEN' and (g.until is null or g.until >= ?)
             where k.hash = ? and k.revoked_at is null and k.expires_at > ?::timestamptz
             order by g.id
            """;

    private static final String USED = """
            update api_key set last_used_at = ?::timestamptz
             where id = ? and (last_used_at is null or last_used_at < ?::timestamptz)
            """;

    private static final String LIST = "select " + COLUMNS + """
              from api_key k
             where (? or k.account = ?)
               and (?::uuid is null or k.id > ?::uuid)
             order by k.id
             limit ?
            """;

    private static final String BY_ID = "select " + COLUMNS + " from api_key k where k.id = ?";

    private static final String LOCKED = BY_ID + " for update";

    private static final String REVOKE =
            "update api_key set revoked_at = ?::timestamptz where id = ? and revoked_at is null";

    /** A key in force and whom it stands for, with what the account may do now. */
    public record Found(ApiKey key, Actor actor) {}

    private ApiKeyRows() {}

    /**
     * Keeps a key by its hash.
     *
     * @return false if there is a key of this id already, which stays as it is
     */
    public static boolean insert(Connection connection, ApiKey key, OpaqueSecret secret) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, key.id());
            insert.setObject(2, key.account());
            insert.setString(3, key.name());
            insert.setBytes(4, secret.hash());
            insert.setArray(5, connection.createArrayOf("text", key.scopes().toArray()));
            insert.setString(6, key.createdAt().toString());
            insert.setString(7, key.expiresAt().toString());
            return insert.executeUpdate() == 1;
        }
    }

    /** The key of a secret, if it and its account are in force. */
    public static Optional<Found> find(Connection connection, OpaqueSecret secret, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, LocalDate.ofInstant(now, ZoneOffset.UTC));
            select.setBytes(2, secret.hash());
            select.setString(3, now.toString());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                ApiKey key = key(row);
                UUID person = row.getObject(9, UUID.class);
                Set<UUID> accounts = Set.of((UUID[]) row.getArray(10).getArray());
                List<Grant> grants = new ArrayList<>();
                do {
                    String role = row.getString(11);
                    if (role != null) {
                        grants.add(new Grant(Role.of(role), StandingRows.scope(row, 12)));
                    }
                } while (row.next());
                return Optional.of(new Found(key, new Actor(key.account(), person, accounts, new Access(grants))));
            }
        }
    }

    /** Notes that a key was used, unless that was noted after {@code before} already. */
    public static void used(Connection connection, UUID id, Instant now, Instant before) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(USED)) {
            update.setString(1, now.toString());
            update.setObject(2, id);
            update.setString(3, before.toString());
            update.executeUpdate();
        }
    }

    /**
     * Keys in the order of their ids.
     *
     * @param everybodys whether to list all accounts' keys or one's own
     * @param after the id that the page before ended with
     */
    public static List<ApiKey> list(
            Connection connection, boolean everybodys, UUID account, Optional<UUID> after, int most)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LIST)) {
            select.setBoolean(1, everybodys);
            select.setObject(2, account);
            select.setObject(3, after.orElse(null));
            select.setObject(4, after.orElse(null));
            select.setInt(5, most);
            List<ApiKey> keys = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.add(key(row));
                }
            }
            return keys;
        }
    }

    public static Optional<ApiKey> byId(Connection connection, UUID id) throws SQLException {
        return one(connection, BY_ID, id);
    }

    /** The key, which nobody else takes back until the end of the transaction. */
    public static Optional<ApiKey> locked(Connection connection, UUID id) throws SQLException {
        return one(connection, LOCKED, id);
    }

    private static Optional<ApiKey> one(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(key(row)) : Optional.empty();
            }
        }
    }

    /** Takes a key back; one that was taken back stays so since then. */
    public static void revoke(Connection connection, UUID id, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(REVOKE)) {
            update.setString(1, now.toString());
            update.setObject(2, id);
            update.executeUpdate();
        }
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                List.of((String[]) row.getArray(4).getArray()),
                instant(row, 5).orElseThrow(),
                instant(row, 6).orElseThrow(),
                instant(row, 7),
                instant(row, 8));
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
