package tranche.portal.session.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.portal.account.domain.OpaqueSecret;
import tranche.portal.account.domain.Personal;
import tranche.portal.account.store.StandingRows;
import tranche.portal.session.domain.OpenSession;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;

/** The tables {@code session} and {@code visit}. */
public final class SessionRows {

    private static final String INSERT = """
            insert into session (hash, id, account, csrf_token, created_at, last_seen_at, last_visit)
            select ?, ?, a.id, ?, now.at, now.at, v.last_seen_at
              from account a
             cross join (select ?::timestamptz as at) now
              left join visit v on v.account = a.id
             where a.id = ? and a.state = 'ACTIVE'
            """;

    private static final String FIND = """
            select s.id, s.account, a.person, a.name, s.csrf_token, s.created_at, s.last_seen_at, s.last_visit,
                   array(select o.id from account o where o.person = a.person)
              from session s
              join account a on a.id = s.account and a.state = 'ACTIVE'
             where s.hash = ? and s.created_at > ?::timestamptz and s.last_seen_at > ?::timestamptz
            """;

    private static final String SEEN = """
            with seen as (
                update session set last_seen_at = ?::timestamptz where id = ? returning account, last_seen_at)
            insert into visit (account, last_seen_at) select account, last_seen_at from seen
            on conflict (account) do update set last_seen_at = excluded.last_seen_at
            """;

    private static final String END = "delete from session where hash = ?";

    private static final String END_OF_ACCOUNT = "delete from session where account = ?";

    private static final String FORGET =
            "delete from session where created_at <= ?::timestamptz or last_seen_at <= ?::timestamptz";

    private SessionRows() {}

    /**
     * Begins a session.
     *
     * @return false if there is no such active account
     */
    public static boolean insert(
            Connection connection, OpaqueSecret secret, UUID id, UUID account, OpaqueSecret csrf, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setBytes(1, secret.hash());
            insert.setObject(2, id);
            insert.setString(3, csrf.text());
            insert.setString(4, now.toString());
            insert.setObject(5, account);
            return insert.executeUpdate() == 1;
        }
    }

    /**
     * The session of a cookie, if it and its account are in force.
     *
     * @param notBefore no session that began at this time or before counts
     * @param seenAfter no session that was last seen at this time or before counts
     */
    public static Optional<OpenSession> find(
            Connection connection, OpaqueSecret secret, Instant now, Instant notBefore, Instant seenAfter)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setBytes(1, secret.hash());
            select.setString(2, notBefore.toString());
            select.setString(3, seenAfter.toString());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                UUID account = row.getObject(2, UUID.class);
                Access access =
                        StandingRows.of(connection, List.of(account), now).of(account);
                return Optional.of(new OpenSession(
                        row.getObject(1, UUID.class),
                        new Actor(
                                account,
                                row.getObject(3, UUID.class),
                                Set.of((UUID[]) row.getArray(9).getArray()),
                                access),
                        new Personal(row.getString(4)),
                        new OpaqueSecret(row.getString(5)),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject(8, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)));
            }
        }
    }

    /** Notes that a session was used now. */
    public static void seen(Connection connection, UUID id, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(SEEN)) {
            update.setString(1, now.toString());
            update.setObject(2, id);
            update.executeUpdate();
        }
    }

    /** Ends the session of a cookie. */
    public static void end(Connection connection, OpaqueSecret secret) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(END)) {
            delete.setBytes(1, secret.hash());
            delete.executeUpdate();
        }
    }

    /** Ends all sessions of an account. */
    public static void endAll(Connection connection, UUID account) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(END_OF_ACCOUNT)) {
            delete.setObject(1, account);
            delete.executeUpdate();
        }
    }

    /** Forgets the sessions that are over by time. */
    public static void forget(Connection connection, Instant notBefore, Instant seenAfter) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setString(1, notBefore.toString());
            delete.setString(2, seenAfter.toString());
            delete.executeUpdate();
        }
    }
}
