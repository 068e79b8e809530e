package tranche.portal.account.store;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
import tranche.portal.account.domain.Account;
import tranche.portal.account.domain.AccountBook;
import tranche.portal.account.domain.AccountBook.Person;
import tranche.portal.account.domain.AccountCommand;
import tranche.portal.account.domain.AccountCommand.Create;
import tranche.portal.account.domain.AccountCommand.LinkPerson;
import tranche.portal.account.domain.AccountEvent;
import tranche.portal.account.domain.Personal;
import tranche.portal.account.domain.Standing;
import tranche.portal.account.domain.Username;

/** The tables {@code account} and {@code account_version}. */
public final class AccountRows {

    /**
     * One account is made or linked at a time, so that a username that is free when asked is free when written, and a
     * person has no more accounts than were counted.
     */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(7305807406297016434)";

    private static final String BY_ID = """
            select id, person, username, name, email, state, version, changed_at,
                   (select count(*) from account one where one.person = a.person)
              from account a
             where id = any (?::uuid[])
            """;

    private static final String TAKEN = "select username from account where username = any (?::text[])";

    private static final String UPSERT = """
            insert into account (id, person, username, name, email, state, version, changed_at)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[])
            on conflict (id) do update
               set person = excluded.person, state = excluded.state, version = excluded.version,
                   changed_at = excluded.changed_at
            """;

    private static final String INSERT_VERSION = """
            insert into account_version (account, version, person, state, recorded_at)
            select * from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::timestamptz[])
            """;

    /** An account and how many are its person's. */
    private record Row(Account account, int ofPerson) {}

    /** Loads the accounts of a batch with what its commands need to know of others. */
    public Map<UUID, AccountBook> load(Connection connection, Map<UUID, List<AccountCommand>> commands, Instant now)
            throws SQLException {
        Map<UUID, Set<UUID>> reads = new HashMap<>();
        commands.forEach((key, asked) ->
                reads.put(key, asked.stream().flatMap(AccountRows::reads).collect(toSet())));
        StandingRows.requireApart(commands.keySet(), reads);
        requireOneLinked(commands);

        Set<UUID> others = reads.values().stream().flatMap(Set::stream).collect(toSet());
        Set<UUID> wanted = new HashSet<>(commands.keySet());
        wanted.addAll(others);
        if (isMadeOrLinked(commands)) {
            lock(connection);
        }
        Set<Username> taken = taken(connection, usernames(commands));
        Map<UUID, Row> rows = byId(connection, wanted);
        Standing standing = StandingRows.of(connection, others, commands.keySet(), now);
        Map<UUID, Person> persons = rows.values().stream()
                .filter(row -> others.contains(row.account().id()))
                .collect(toMap(
                        row -> row.account().id(),
                        row -> new Person(row.account().person(), row.ofPerson())));

        Map<UUID, AccountBook> books = new HashMap<>();
        for (UUID key : commands.keySet()) {
            Optional<Row> row = Optional.ofNullable(rows.get(key));
            books.put(
                    key,
                    new AccountBook(
                            row.map(Row::account),
                            taken,
                            persons,
                            row.filter(found -> found.ofPerson() > 1).isPresent(),
                            standing));
        }
        return books;
    }

    /** The other accounts whose state a command's decision needs: the asking one, and one that it names. */
    public static Stream<UUID> reads(AccountCommand command) {
        Stream<UUID> asking = command.by().isSystem()
                ? Stream.empty()
                : Stream.of(command.by().account());
        return command instanceof LinkPerson link ? Stream.concat(asking, Stream.of(link.otherAccount())) : asking;
    }

    private static boolean isMadeOrLinked(Map<UUID, List<AccountCommand>> commands) {
        return commands.values().stream()
                .flatMap(List::stream)
                .anyMatch(command -> command instanceof Create || command instanceof LinkPerson);
    }

    /** Two accounts of one batch would be linked to one person by the same count: the writer halves a batch that fails. */
    private static void requireOneLinked(Map<UUID, List<AccountCommand>> commands) {
        long linked = commands.values().stream()
                .filter(asked -> asked.stream().anyMatch(LinkPerson.class::isInstance))
                .count();
        if (linked > 1) {
            throw new IllegalStateException("one batch links several accounts");
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(ONE_AT_A_TIME)) {
            lock.execute();
        }
    }

    private static List<Username> usernames(Map<UUID, List<AccountCommand>> commands) {
        return commands.values().stream()
                .flatMap(List::stream)
                .filter(Create.class::isInstance)
                .map(command -> ((Create) command).username())
                .toList();
    }

    private static Set<Username> taken(Connection connection, List<Username> asked) throws SQLException {
        if (asked.isEmpty()) {
            return Set.of();
        }
        Set<Username> taken = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(TAKEN)) {
            Bind.rows(select, asked).text(Username::value);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    taken.add(new Username(row.getString(1)));
                }
            }
        }
        return taken;
    }

    private static Map<UUID, Row> byId(Connection connection, Collection<UUID> ids) throws SQLException {
        Map<UUID, Row> rows = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(BY_ID)) {
            Bind.rows(select, ids).uuid(id -> id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Account account = account(row);
                    rows.put(account.id(), new Row(account, row.getInt(9)));
                }
            }
        }
        return rows;
    }

    /** Reads an account from the first eight columns. */
    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                new Username(row.getString(3)),
                new Personal(row.getString(4)),
                Optional.ofNullable(row.getString(5)).map(Personal::new),
                Account.State.valueOf(row.getString(6)),
                row.getLong(7),
                row.getObject(8, OffsetDateTime.class).toInstant());
    }

    /** Stores the accounts after their events, and each version. */
    public void save(Connection connection, Collection<Recorded<AccountBook, AccountEvent>> recorded)
            throws SQLException {
        Map<UUID, Account> latest = new HashMap<>();
        List<Account> versions = new ArrayList<>();
        recorded.forEach(event -> {
            Account account = event.after().made();
            latest.put(account.id(), account);
            versions.add(account);
        });
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            Bind.<Account>rows(upsert, latest.values())
                    .uuid(Account::id)
                    .uuid(Account::person)
                    .text(account -> account.username().value())
                    .text(account -> account.name().value())
                    .text(account -> account.email().map(Personal::value).orElse(null))
                    .text(account -> account.state().name())
                    .bigint(Account::version)
                    .instant(Account::changedAt);
            upsert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_VERSION)) {
            Bind.<Account>rows(insert, versions)
                    .uuid(Account::id)
                    .bigint(Account::version)
                    .uuid(Account::person)
                    .text(account -> account.state().name())
                    .instant(Account::changedAt);
            insert.executeUpdate();
        }
    }
}
