package tranche.milestones.milestone.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.milestones.milestone.domain.Evidence;
import tranche.milestones.milestone.domain.EvidenceKind;
import tranche.milestones.milestone.domain.KeptEvidence;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.values.file.FileType;

/** The table {@code evidence}: the rows that name files. */
public final class EvidenceRows {

    private static final String INSERT = """
            insert into evidence (evidence_id, milestone_id, sha256, kind, type, size_bytes, name, source, captured_at,
                                  maker_account, maker_person, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String ELSEWHERE = "select from evidence where sha256 = ? and milestone_id <> ? limit 1";

    private EvidenceRows() {}

    public static void insert(Connection connection, KeptEvidence kept) throws SQLException {
        Evidence evidence = kept.evidence();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, evidence.id());
            insert.setObject(2, kept.milestone().value());
            insert.setString(3, evidence.sha256());
            insert.setString(4, evidence.kind().name());
            insert.setString(5, kept.type().name());
            insert.setLong(6, evidence.size());
            insert.setString(7, kept.name().orElse(null));
            insert.setString(8, kept.source().orElse(null));
            insert.setObject(9, kept.capturedAt().map(Rows::at).orElse(null));
            insert.setObject(10, kept.maker().account());
            insert.setObject(11, kept.maker().person());
            insert.setObject(12, Rows.at(kept.submittedAt()));
            insert.executeUpdate();
        }
    }

    /** Whether the same file shows another milestone too. */
    public static boolean isElsewhere(Connection connection, String sha256, MilestoneId milestone) throws SQLException {
        return !Query.list(
                        connection,
                        ELSEWHERE,
                        select -> {
                            select.setString(1, sha256);
                            select.setObject(2, milestone.value());
                        },
                        _ -> sha256)
                .isEmpty();
    }

    static KeptEvidence read(ResultSet row) throws SQLException {
        UUID id = Rows.id(row, "evidence_id");
        FileType type = FileType.valueOf(row.getString("type"));
        return new KeptEvidence(
                new MilestoneId(Rows.id(row, "milestone_id")),
                new Evidence(
                        id,
                        EvidenceKind.valueOf(row.getString("kind")),
                        row.getString("sha256"),
                        row.getLong("size_bytes"),
                        type.mediaType()),
                type,
                Rows.text(row, "name"),
                Rows.text(row, "source"),
                Rows.instant(row, "captured_at"),
                Rows.maker(row),
                Rows.instant(row, "recorded_at").orElseThrow());
    }
}
