package tranche.portal.account.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The table {@code first_admin}: one row, once a deployment has begun. */
public final class FirstAdminRows {

    private static final String FIND = "select account from first_admin";

    private static final String INSERT = "insert into first_admin (account) values (?) on conflict do nothing";

    private static final String END =
            "update first_admin set steps_ended_at = ?::timestamptz where steps_ended_at is null";

    /** By person: the first administrator's own second account ends nothing. */
    private static final String END_BY = """
            update first_admin f set steps_ended_at = ?::timestamptz
              from account first, account other
             where f.steps_ended_at is null
               and first.id = f.account
               and other.id = ?
               and other.person <> first.person
               and exists (select 1 from account_grant g
                            where g.account = other.id and g.state = 'GIVEN' and g.role in ('admin', 'approver'))
            """;

    private FirstAdminRows() {}

    /** The account that a deployment began with; empty before. */
    public static Optional<UUID> find(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
        }
    }

    /** Says with which account the deployment begins; only the first time counts. */
    public static void insert(Connection connection, UUID account) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, account);
            insert.executeUpdate();
        }
    }

    /** Ends the first steps: from now on every grant needs two persons. */
    public static void endSteps(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(END)) {
            update.setString(1, now.toString());
            update.executeUpdate();
        }
    }

    /** Ends the first steps if the account that has signed in is a second person with role admin or approver. */
    public static void signedIn(Connection connection, UUID account, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(END_BY)) {
            update.setString(1, now.toString());
            update.setObject(2, account);
            update.executeUpdate();
        }
    }
}
