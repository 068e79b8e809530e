package tranche.portal.grant.store;

import static java.util.stream.Collectors.toSet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tranche.flow.sql.Bind;
import tranche.flow.writer.Recorded;
import tranche.portal.account.domain.Standing;
import tranche.portal.account.store.StandingRows;
import tranche.portal.grant.domain.GrantBook;
import tranche.portal.grant.domain.GrantBook.Holder;
import tranche.portal.grant.domain.GrantCommand;
import tranche.portal.grant.domain.GrantEvent;
import tranche.portal.grant.domain.HeldGrant;
import tranche.values.actor.Grant;
import tranche.values.actor.Maker;
import tranche.values.actor.Role;

/** The tables {@code account_grant} and {@code account_grant_version}. */
public final class GrantRows {

    private static final String HOLDERS = "select id, person, state = 'ACTIVE' from account where id = any (?::uuid[])";

    private static final String FIRST_ADMIN = "select account from first_admin where steps_ended_at is null";

    /** Columns in the order in which {@link #grant} reads them. */
    static final String COLUMNS = """
            g.id, g.account, g.role, g.programme, g.fund, g.investor, g.project, g.until, g.state,
            g.proposed_by_account, g.proposed_by_person, g.given_by_account, g.given_by_person,
            g.expires_at, g.content_hash, g.first_steps, g.reason, g.version, g.changed_at
            """;

    private static final String OF_ACCOUNTS = "select " + COLUMNS + """
              from account_grant g
             where g.account = any (?::uuid[])
               and (g.state in ('PROPOSED', 'GIVEN') or g.id = any (?::uuid[]))
            """;

    private static final String UPSERT = """
            insert into account_grant (id, account, role, programme, fund, investor, project, until, state,
                   proposed_by_account, proposed_by_person, given_by_account, given_by_person,
                   expires_at, content_hash, first_steps, reason, version, changed_at)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::date[],
                   ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::timestamptz[], ?::text[], ?::boolean[],
                   ?::text[], ?::bigint[], ?::timestamptz[])
            on conflict (id) do update
               set state = excluded.state, given_by_account = excluded.given_by_account,
                   given_by_person = excluded.given_by_person, reason = excluded.reason,
                   version = excluded.version, changed_at = excluded.changed_at
            """;

    private static final String INSERT_VERSION = """
            insert into account_grant_version (account_grant, version, account, state, recorded_at)
            select * from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::timestamptz[])
            """;

    /** A grant and whose it is. */
    private record Row(UUID account, HeldGrant grant) {}

    /** Loads the books of a batch: what holds or waits, and what its commands name. */
    public Map<UUID, GrantBook> load(Connection connection, Map<UUID, List<GrantCommand>> commands, Instant now)
            throws SQLException {
        Map<UUID, Set<UUID>> reads = new HashMap<>();
        commands.forEach((key, asked) ->
                reads.put(key, asked.stream().flatMap(GrantRows::reads).collect(toSet())));
        StandingRows.requireApart(commands.keySet(), reads);

        Set<UUID> asking = reads.values().stream().flatMap(Set::stream).collect(toSet());
        Standing standing = StandingRows.of(connection, asking, commands.keySet(), now);
        Map<UUID, Holder> holders = holders(connection, commands.keySet());
        Optional<UUID> firstAdmin = firstAdmin(connection);
        Map<UUID, Map<UUID, HeldGrant>> grants = grants(connection, commands);

        Map<UUID, GrantBook> books = new HashMap<>();
        for (UUID key : commands.keySet()) {
            books.put(
                    key,
                    new GrantBook(
                            Optional.ofNullable(holders.get(key)),
                            grants.getOrDefault(key, Map.of()),
                            firstAdmin,
                            standing));
        }
        return books;
    }

    /** The other account whose state a command's decision needs: the asking one. */
    public static Stream<UUID> reads(GrantCommand command) {
        return command.by().isSystem() ? Stream.empty() : Stream.of(command.by().account());
    }

    private static Map<UUID, Holder> holders(Connection connection, Collection<UUID> accounts) throws SQLException {
        Map<UUID, Holder> holders = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(HOLDERS)) {
            Bind.rows(select, accounts).uuid(id -> id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID account = row.getObject(1, UUID.class);
                    holders.put(account, new Holder(account, row.getObject(2, UUID.class), row.getBoolean(3)));
                }
            }
        }
        return holders;
    }

    private static Optional<UUID> firstAdmin(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIRST_ADMIN);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
        }
    }

    private static Map<UUID, Map<UUID, HeldGrant>> grants(Connection connection, Map<UUID, List<GrantCommand>> commands)
            throws SQLException {
        Set<UUID> named = new HashSet<>();
        commands.values().forEach(asked -> asked.forEach(command -> named.add(command.grant())));
        Map<UUID, Map<UUID, HeldGrant>> grants = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(OF_ACCOUNTS)) {
            Bind.rows(select, commands.keySet()).uuid(id -> id);
            Bind.rowsFrom(select, 2, named).uuid(id -> id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    HeldGrant grant = grant(row);
                    grants.computeIfAbsent(row.getObject(2, UUID.class), account -> new HashMap<>())
                            .put(grant.id(), grant);
                }
            }
        }
        return grants;
    }

    /** Reads a grant from the first columns, those of {@link #COLUMNS}; the second is the account. */
    static HeldGrant grant(ResultSet row) throws SQLException {
        return new HeldGrant(
                row.getObject(1, UUID.class),
                new Grant(Role.of(row.getString(3)), StandingRows.scope(row, 4)),
                Optional.ofNullable(row.getObject(8, LocalDate.class)),
                HeldGrant.State.valueOf(row.getString(9)),
                new Maker(row.getObject(10, UUID.class), row.getObject(11, UUID.class)),
                Optional.ofNullable(row.getObject(12, UUID.class)).isPresent()
                        ? Optional.of(new Maker(row.getObject(12, UUID.class), row.getObject(13, UUID.class)))
                        : Optional.empty(),
                Optional.ofNullable(row.getObject(14, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.getString(15),
                row.getBoolean(16),
                Optional.ofNullable(row.getString(17)),
                row.getLong(18),
                row.getObject(19, OffsetDateTime.class).toInstant());
    }

    /** Stores the grants after their events, and each version. */
    public void save(Connection connection, Collection<Recorded<GrantBook, GrantEvent>> recorded) throws SQLException {
        Map<UUID, Row> latest = new HashMap<>();
        List<Row> versions = new ArrayList<>();
        recorded.forEach(event -> {
            Row row = new Row(event.key(), event.after().grant(event.event().grant()));
            latest.put(row.grant().id(), row);
            versions.add(row);
        });
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            Bind.<Row>rows(upsert, latest.values())
                    .uuid(row -> row.grant().id())
                    .uuid(Row::account)
                    .text(row -> row.grant().role().role().code())
                    .uuid(row -> row.grant().role().scope().programme().orElse(null))
                    .uuid(row -> row.grant().role().scope().fund().orElse(null))
                    .uuid(row -> row.grant().role().scope().investor().orElse(null))
                    .uuid(row -> row.grant().role().scope().project().orElse(null))
                    .date(row -> row.grant().until().orElse(null))
                    .text(row -> row.grant().state().name())
                    .uuid(row -> row.grant().proposedBy().account())
                    .uuid(row -> row.grant().proposedBy().person())
                    .uuid(row -> row.grant().givenBy().map(Maker::account).orElse(null))
                    .uuid(row -> row.grant().givenBy().map(Maker::person).orElse(null))
                    .instant(row -> row.grant().expiresAt().orElse(null))
                    .text(row -> row.grant().contentHash())
                    .bool(row -> row.grant().firstSteps())
                    .text(row -> row.grant().reason().orElse(null))
                    .bigint(row -> row.grant().version())
                    .instant(row -> row.grant().changedAt());
            upsert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_VERSION)) {
            Bind.<Row>rows(insert, versions)
                    .uuid(row -> row.grant().id())
                    .bigint(row -> row.grant().version())
                    .uuid(Row::account)
                    .text(row -> row.grant().state().name())
                    .instant(row -> row.grant().changedAt());
            insert.executeUpdate();
        }
    }
}
