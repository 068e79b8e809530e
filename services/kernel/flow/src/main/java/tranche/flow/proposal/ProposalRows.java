package tranche.flow.proposal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Maker;
import tranche.values.proposal.Content;
import tranche.values.proposal.Proposal;
import tranche.values.proposal.Proposal.Answered;
import tranche.values.proposal.ProposedCommand;

/** The table {@code proposal}. */
public final class ProposalRows {

    private static final String INSERT = """
        insert into proposal (proposal_id, command, subject_type, subject_id, programme_ids, fund_ids, project_ids,
                              content_hash, content, maker_account, maker_person, recorded_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private static final String ANSWER = """
        update proposal
           set approved = ?, answered_by_account = ?, answered_by_person = ?, answered_at = ?, reason = ?,
               content_hash = ?, content = ?, restated = ?
         where proposal_id = ?
        """;

    private static final String RESTATE = """
        update proposal p set content_hash = r.content_hash, content = r.content, restated = p.restated + 1
          from unnest(?::uuid[], ?::text[], ?::text[]) as r(proposal_id, content_hash, content)
         where p.proposal_id = r.proposal_id and p.content_hash <> r.content_hash
        """;

    private static final String FIND = "select * from proposal where proposal_id = ?";

    private ProposalRows() {}

    public static void insert(Connection connection, Proposal made) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, made.id());
            insert.setString(2, made.command().name());
            insert.setString(3, made.command().subjectType());
            insert.setObject(4, made.subject());
            int next = About.bind(connection, insert, 5, made.about());
            insert.setString(next, made.content().hash().hex());
            insert.setString(next + 1, made.content().text().orElse(null));
            insert.setObject(next + 2, made.maker().account());
            insert.setObject(next + 3, made.maker().person());
            insert.setObject(next + 4, Rows.at(made.recordedAt()));
            insert.setObject(next + 5, Rows.at(made.expiresAt()));
            insert.executeUpdate();
        }
    }

    /** Keeps what a second person answered, to the content that was seen: what it brought about may have restated it. */
    public static void answer(Connection connection, Proposal proposal) throws SQLException {
        Answered answer = proposal.answered().orElseThrow();
        try (PreparedStatement update = connection.prepareStatement(ANSWER)) {
            update.setBoolean(1, answer.approved());
            update.setObject(2, answer.by().account());
            update.setObject(3, answer.by().person());
            update.setObject(4, Rows.at(answer.at()));
            update.setString(5, answer.reason().orElse(null));
            update.setString(6, proposal.content().hash().hex());
            update.setString(7, proposal.content().text().orElse(null));
            update.setLong(8, proposal.restated());
            update.setObject(9, proposal.id());
            update.executeUpdate();
        }
    }

    /** What an unanswered proposal comes to now that what it was made against has changed. */
    public record Restated(UUID proposal, Content content) {}

    /** Keeps what unanswered proposals come to; one that comes to the same as before stays as it is. */
    public static void restate(Connection connection, List<Restated> restated) throws SQLException {
        if (restated.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(RESTATE)) {
            Bind.<Restated>rows(update, restated)
                    .uuid(Restated::proposal)
                    .text(one -> one.content().hash().hex())
                    .text(one -> one.content().text().orElse(null));
            update.executeUpdate();
        }
    }

    public static Optional<Proposal> find(Connection connection, UUID id) throws SQLException {
        return Query.list(connection, FIND, select -> select.setObject(1, id), ProposalRows::read).stream()
                .findFirst();
    }

    /** A row that has the columns of {@code proposal}, beside others or alone. */
    public static Proposal read(ResultSet row) throws SQLException {
        return new Proposal(
                Rows.id(row, "proposal_id"),
                new ProposedCommand(row.getString("command"), row.getString("subject_type")),
                Rows.id(row, "subject_id"),
                About.read(row),
                new Content(new ContentHash(row.getString("content_hash")), Rows.text(row, "content")),
                row.getLong("restated"),
                Rows.maker(row),
                Rows.instant(row, "recorded_at").orElseThrow(),
                Rows.instant(row, "expires_at").orElseThrow(),
                answered(row));
    }

    private static Optional<Answered> answered(ResultSet row) throws SQLException {
        boolean approved = row.getBoolean("approved");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Answered(
                        approved,
                        new Maker(Rows.id(row, "answered_by_account"), Rows.id(row, "answered_by_person")),
                        Rows.instant(row, "answered_at").orElseThrow(),
                        Rows.text(row, "reason")));
    }
}
