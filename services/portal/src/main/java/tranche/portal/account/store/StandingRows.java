package tranche.portal.account.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.flow.sql.Bind;
import tranche.portal.account.domain.Standing;
import tranche.values.actor.Access;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** What accounts may do at a moment: the grants in effect of those that are not disabled. */
public final class StandingRows {

    private static final String OF = """
            select g.account, g.role, g.programme, g.fund, g.investor, g.project
              from account_grant g
              join account a on a.id = g.account and a.state = 'ACTIVE'
             where g.account = any (?::uuid[])
               and g.state = 'GIVEN'
               and (g.until is null or g.until >= ?)
             order by g.account, g.id
            """;

    private static final String PLACES = """
            select distinct g.account, g.programme, g.fund, g.investor, g.project
              from account_grant g
             where g.account = any (?::uuid[])
            """;

    private StandingRows() {}

    /** Where accounts were ever proposed or given grants. */
    public static Map<UUID, Set<Scope>> places(Connection connection, Collection<UUID> accounts) throws SQLException {
        Map<UUID, Set<Scope>> places = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(PLACES)) {
            Bind.rows(select, accounts).uuid(account -> account);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    places.computeIfAbsent(row.getObject(1, UUID.class), account -> new HashSet<>())
                            .add(scope(row, 2));
                }
            }
        }
        return places;
    }

    /**
     * What accounts may do, and where others that are asked about belong.
     *
     * @param now as in {@link #of(Connection, Collection, Instant)}
     */
    public static Standing of(Connection connection, Collection<UUID> asking, Collection<UUID> about, Instant now)
            throws SQLException {
        return new Standing(of(connection, asking, now).accesses(), places(connection, about));
    }

    /**
     * Reads the standing of accounts.
     *
     * @param now decides whether a grant with a last day has ended, in UTC
     */
    public static Standing of(Connection connection, Collection<UUID> accounts, Instant now) throws SQLException {
        Map<UUID, List<Grant>> grants = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(OF)) {
            Bind.rows(select, accounts).uuid(account -> account);
            select.setObject(2, LocalDate.ofInstant(now, ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    grants.computeIfAbsent(row.getObject(1, UUID.class), account -> new ArrayList<>())
                            .add(new Grant(Role.of(row.getString(2)), scope(row, 3)));
                }
            }
        }
        Map<UUID, Access> accesses = new HashMap<>();
        grants.forEach((account, held) -> accesses.put(account, new Access(held)));
        return new Standing(accesses, Map.of());
    }

    /** Reads programme, fund, investor and project from four columns. */
    public static Scope scope(ResultSet row, int first) throws SQLException {
        return new Scope(id(row, first), id(row, first + 1), id(row, first + 2), id(row, first + 3));
    }

    private static Optional<UUID> id(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    /**
     * Lets a batch be decided against one reading only if none of its commands reads what another changes: otherwise two
     * administrators could take each other's role away at once. The writer halves a batch that fails, so such commands
     * are decided one after the other.
     *
     * @param changed the keys of the batch
     * @param read what the commands of each key read of other keys
     */
    public static void requireApart(Set<UUID> changed, Map<UUID, Set<UUID>> read) {
        read.forEach((key, others) -> {
            if (others.stream().anyMatch(other -> !other.equals(key) && changed.contains(other))) {
                throw new IllegalStateException("commands of one batch read each other's accounts");
            }
        });
    }
}
