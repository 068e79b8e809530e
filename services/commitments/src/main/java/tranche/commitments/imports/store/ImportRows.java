package tranche.commitments.imports.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.imports.domain.Entry;
import tranche.commitments.imports.domain.Import;
import tranche.commitments.imports.domain.ImportKind;
import tranche.commitments.imports.domain.ImportState;
import tranche.flow.proposal.About;
import tranche.flow.proposal.ProposalRows;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Maker;

/** The table {@code import}. */
public final class ImportRows {

    /** One import writes at a time: it locks up to two keys for each row, and the server's room for locks is limited. */
    private static final String TURN = "select pg_advisory_xact_lock(7022920139172081274)";

    /** An import with its proposal, where there is one: a second person is asked under the import's own id. */
    static final String WITH_PROPOSAL = """
        select x.*, p.proposal_id, p.command, p.subject_type, p.subject_id, p.content_hash, null as content, p.restated,
               p.expires_at, p.approved, p.answered_by_account, p.answered_by_person, p.answered_at, p.reason
          from import x
          left join proposal p on p.proposal_id = x.import_id
        """;

    private static final String INSERT = """
        insert into import (import_id, kind, state, row_count, written, skipped, errors, maker_account, maker_person,
                            programme_ids, fund_ids, project_ids, recorded_at, entries, maker_grants)
        values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
        """;

    private static final String ANSWER =
            "update import set state = ?, written = ?, skipped = ?::jsonb where import_id = ?";

    private static final String FIND = WITH_PROPOSAL + " where x.import_id = ?";

    /**
     * An import with what is needed to bring it about.
     *
     * @param maker who handed it in, with what the account was granted then
     */
    public record Waiting(Import proposed, List<Entry> entries, Actor maker) {}

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
            int next = About.bind(connection, insert, 10, made.about());
            insert.setObject(next, Rows.at(made.recordedAt()));
            insert.setString(next + 1, asks ? EntryJson.write(entries) : null);
            insert.setString(next + 2, asks ? ImportJson.grants(maker) : null);
            insert.executeUpdate();
        }
        if (made.proposal().isPresent()) {
            ProposalRows.insert(connection, made.proposal().get());
        }
    }

    /** Keeps what came of a second person's answer. */
    public static void answer(Connection connection, Import answered) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ANSWER)) {
            update.setString(1, answered.state().name());
            update.setInt(2, answered.written());
            update.setString(3, ImportJson.skipped(answered.skipped()));
            update.setObject(4, answered.id());
            update.executeUpdate();
        }
    }

    /** The import as it is now, with all that it would write. */
    public static Waiting waiting(Connection connection, UUID id) throws SQLException {
        return Query.list(connection, FIND, select -> select.setObject(1, id), row -> {
                    Import proposed = read(row);
                    Maker maker = proposed.maker();
                    return new Waiting(
                            proposed,
                            EntryJson.read(row.getString("entries")),
                            new Actor(
                                    maker.account(), maker.person(), ImportJson.access(row.getString("maker_grants"))));
                })
                .getFirst();
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
                About.read(row),
                Rows.instant(row, "recorded_at").orElseThrow(),
                row.getString("content_hash") == null ? Optional.empty() : Optional.of(ProposalRows.read(row)));
    }
}
