package tranche.commitments.imports.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tranche.commitments.imports.domain.Entry;
import tranche.commitments.imports.domain.Import;
import tranche.commitments.imports.domain.ImportKind;
import tranche.commitments.imports.domain.ImportState;
import tranche.commitments.register.store.Query;
import tranche.commitments.register.store.Rows;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Maker;
import tranche.values.actor.Scope;

/** The table {@code import}. */
public final class ImportRows {

    /** One import writes at a time: it locks up to two keys for each row, and the server's room for locks is limited. */
    private static final String TURN = "select pg_advisory_xact_lock(7022920139172081274)";

    private static final String INSERT = """
        insert into import (import_id, kind, state, row_count, written, skipped, errors, maker_account, maker_person,
                            programme_ids, fund_ids, recorded_at, content_hash, expires_at, entries, maker_grants)
        values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
        """;

    private static final String ANSWER = """
        update import
           set state = ?, written = ?, skipped = ?::jsonb, answered_by_account = ?, answered_by_person = ?,
               answered_at = ?, reason = ?
         where import_id = ?
        """;

    private static final String PENDING = "select * from import where import_id = ?";

    /**
     * An import with what is needed to bring it about.
     *
     * @param maker who handed it in, with what the account was granted then
     */
    public record Proposal(Import proposed, List<Entry> entries, Actor maker) {}

    private ImportRows() {}

    /** Waits until no other import writes; before any key is locked. */
    public static void takeTurn(Connection connection) throws SQLException {
        try (PreparedStatement turn = connection.prepareStatement(TURN)) {
            turn.execute();
        }
    }

    /**
     * Keeps an import.
     *
     * @param entries what a second person is asked about; none where nobody is
     */
    public static void insert(Connection connection, Import made, List<Entry.Held> entries, Access maker)
            throws SQLException {
        boolean asks = made.state() == ImportState.AWAITING_APPROVAL;
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, made.id());
            insert.setString(2, made.kind().name());
            insert.setString(3, made.state().name());
            insert.setInt(4, made.rows());
            insert.setInt(5, made.written());
            insert.setString(6, ImportJson.skipped(made.skipped()));
            insert.setString(7, ImportJson.errors(made.errors()));
            insert.setObject(8, made.maker().account());
            insert.setObject(9, made.maker().person());
            List<Scope> about = List.copyOf(made.about());
            insert.setArray(
                    10,
                    connection.createArrayOf(
                            "uuid",
                            about.stream()
                                    .map(scope -> scope.programme().orElse(null))
                                    .toArray()));
            insert.setArray(
                    11,
                    connection.createArrayOf(
                            "uuid",
                            about.stream()
                                    .map(scope -> scope.fund().orElse(null))
                                    .toArray()));
            insert.setObject(12, at(made.recordedAt()));
            insert.setString(
                    13, made.question().map(asked -> asked.content().hex()).orElse(null));
            insert.setObject(
                    14, made.question().map(asked -> at(asked.expiresAt())).orElse(null));
            insert.setString(15, asks ? EntryJson.write(entries) : null);
            insert.setString(16, asks ? ImportJson.grants(maker) : null);
            insert.executeUpdate();
        }
    }

    /** Keeps what a second person answered, and what came of it. */
    public static void answer(Connection connection, Import answered) throws SQLException {
        Import.Question question = answered.question().orElseThrow();
        Maker by = question.answeredBy().orElseThrow();
        try (PreparedStatement update = connection.prepareStatement(ANSWER)) {
            update.setString(1, answered.state().name());
            update.setInt(2, answered.written());
            update.setString(3, ImportJson.skipped(answered.skipped()));
            update.setObject(4, by.account());
            update.setObject(5, by.person());
            update.setObject(6, at(question.answeredAt().orElseThrow()));
            update.setString(7, question.reason().orElse(null));
            update.setObject(8, answered.id());
            update.executeUpdate();
        }
    }

    /** The import as it is now, with all that it would write; empty where there is none. */
    public static Optional<Proposal> proposal(Connection connection, UUID id) throws SQLException {
        return Query.list(connection, PENDING, select -> select.setObject(1, id), row -> {
                    Import proposed = read(row);
                    Maker maker = proposed.maker();
                    String entries = row.getString("entries");
                    String grants = row.getString("maker_grants");
                    return new Proposal(
                            proposed,
                            entries == null ? List.of() : EntryJson.read(entries),
                            new Actor(
                                    maker.account(),
                                    maker.person(),
                                    grants == null ? Access.NONE : ImportJson.access(grants)));
                })
                .stream()
                .findFirst();
    }

    static Import read(ResultSet row) throws SQLException {
        return new Import(
                Rows.id(row, "import_id"),
                ImportKind.valueOf(row.getString("kind")),
                ImportState.valueOf(row.getString("state")),
                row.getInt("row_count"),
                row.getInt("written"),
                ImportJson.skipped(row.getString("skipped")),
                ImportJson.errors(row.getString("errors")),
                Rows.maker(row),
                about(row),
                instant(row, "recorded_at").orElseThrow(),
                question(row));
    }

    private static Set<Scope> about(ResultSet row) throws SQLException {
        @Nullable UUID[] programmes = (UUID[]) row.getArray("programme_ids").getArray();
        @Nullable UUID[] funds = (UUID[]) row.getArray("fund_ids").getArray();
        Set<Scope> about = new HashSet<>();
        for (int i = 0; i < programmes.length; i++) {
            about.add(new Scope(
                    Optional.ofNullable(programmes[i]),
                    Optional.ofNullable(funds[i]),
                    Optional.empty(),
                    Optional.empty()));
        }
        return about;
    }

    private static Optional<Import.Question> question(ResultSet row) throws SQLException {
        String content = row.getString("content_hash");
        if (content == null) {
            return Optional.empty();
        }
        UUID account = row.getObject("answered_by_account", UUID.class);
        return Optional.of(new Import.Question(
                new ContentHash(content),
                instant(row, "expires_at").orElseThrow(),
                account == null
                        ? Optional.empty()
                        : Optional.of(new Maker(account, Rows.id(row, "answered_by_person"))),
                instant(row, "answered_at"),
                Rows.text(row, "reason")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
