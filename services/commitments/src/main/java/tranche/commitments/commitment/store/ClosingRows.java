package tranche.commitments.commitment.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import tranche.commitments.commitment.domain.Closing;
import tranche.commitments.commitment.domain.ClosingId;
import tranche.commitments.commitment.domain.ClosingKind;
import tranche.commitments.commitment.domain.ClosingState;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.flow.sql.VersionedTable;

/** The rows of closings. */
final class ClosingRows {

    static final VersionedTable TABLE = new VersionedTable(
            "closing",
            List.of(
                    "closing_id uuid",
                    "programme_id uuid",
                    "fund_id uuid",
                    "kind text",
                    "date date",
                    "commitment_ids jsonb",
                    "state text",
                    "reason text",
                    "maker_account uuid",
                    "maker_person uuid",
                    "version bigint",
                    "effective_date date",
                    "recorded_at timestamptz"));

    private static final String SAVE = TABLE.save();

    private static final String LOAD = """
            select * from closing
             where closing_id = any(?::uuid[])
                or (fund_id = any(?::uuid[]) and state in ('PLANNED', 'APPROVED'))
            """;

    private ClosingRows() {}

    /** The named closings, and all open ones of the funds. */
    static List<Closing> load(Connection connection, Collection<ClosingId> ids, Collection<UUID> funds)
            throws SQLException {
        return Query.list(
                connection,
                LOAD,
                select -> {
                    Bind.<ClosingId>rows(select, ids).uuid(ClosingId::value);
                    Bind.<UUID>rowsFrom(select, 2, funds).uuid(fund -> fund);
                },
                ClosingRows::read);
    }

    static void save(Connection connection, List<Closing> versions) throws SQLException {
        if (versions.isEmpty()) {
            return;
        }
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            Bind.<Closing>rows(save, versions)
                    .uuid(closing -> closing.id().value())
                    .uuid(closing -> closing.programme().value())
                    .uuid(closing -> closing.fund().value())
                    .text(closing -> closing.kind().name())
                    .date(Closing::date)
                    .column("jsonb", closing -> CommitmentJson.write(closing.commitments()))
                    .text(closing -> closing.state().name())
                    .text(closing -> closing.reason().orElse(null))
                    .uuid(closing -> closing.maker().account())
                    .uuid(closing -> closing.maker().person())
                    .bigint(closing -> closing.version().number())
                    .date(closing -> closing.version().effectiveDate())
                    .instant(closing -> closing.version().recordedAt());
            save.executeUpdate();
        }
    }

    static Closing read(ResultSet row) throws SQLException {
        List<CommitmentId> commitments = CommitmentJson.ids(row.getString("commitment_ids"));
        return new Closing(
                new ClosingId(Rows.id(row, "closing_id")),
                new ProgrammeId(Rows.id(row, "programme_id")),
                new FundId(Rows.id(row, "fund_id")),
                ClosingKind.valueOf(row.getString("kind")),
                row.getObject("date", LocalDate.class),
                commitments,
                ClosingState.valueOf(row.getString("state")),
                Rows.text(row, "reason"),
                Rows.maker(row),
                Rows.version(row));
    }
}
