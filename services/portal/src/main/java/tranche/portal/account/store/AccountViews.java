package tranche.portal.account.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.account.domain.Account;
import tranche.portal.account.domain.Username;

/** Accounts as pages and lists read them. */
public final class AccountViews {

    private static final String COLUMNS =
            "a.id, a.person, a.username, a.name, a.email, a.state, a.version, a.changed_at";

    private static final String BY_ID = "select " + COLUMNS + " from account a where a.id = ?";

    private static final String BY_USERNAME = "select " + COLUMNS + " from account a where a.username = ?";

    private static final String LIST = "select " + COLUMNS + """
              from account a
             where (? or a.id = ?
                    or exists (select from account_grant g where g.account = a.id and\s""" + Sight.GRANT + """
                   ))
               and (?::uuid is null or a.id > ?::uuid)
             order by a.id
             limit ?
            """;

    private AccountViews() {}

    public static Optional<Account> byId(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BY_ID)) {
            select.setObject(1, id);
            return one(select);
        }
    }

    public static Optional<Account> byUsername(Connection connection, Username username) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BY_USERNAME)) {
            select.setString(1, username.value());
            return one(select);
        }
    }

    /**
     * Accounts in the order of their ids.
     *
     * @param sight which ones the reader sees
     * @param after the id that the page before ended with
     */
    public static List<Account> list(Connection connection, Sight sight, Optional<UUID> after, int most)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LIST)) {
            select.setBoolean(1, sight.all());
            select.setObject(2, sight.own());
            int next = sight.bindGrant(select, 3);
            select.setObject(next, after.orElse(null));
            select.setObject(next + 1, after.orElse(null));
            select.setInt(next + 2, most);
            List<Account> accounts = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    accounts.add(AccountRows.account(row));
                }
            }
            return accounts;
        }
    }

    private static Optional<Account> one(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(AccountRows.account(row)) : Optional.empty();
        }
    }
}
