package tranche.commitments.drawdown.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.drawdown.domain.Tranche;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.drawdown.domain.TrancheMotion;
import tranche.commitments.drawdown.domain.TrancheStep;
import tranche.flow.proposal.MotionTable;
import tranche.flow.register.Rows;

/** What proposals would do to tranches. */
public final class TrancheMotionRows {

    private static final String INSERT = """
            insert into tranche_motion (proposal_id, tranche_id, step, conditions, reason, effective_date)
            values (?, ?, ?, ?::jsonb, ?, ?)
            """;

    public static final MotionTable<Moved> TABLE =
            new MotionTable<>("select m.* from tranche_motion m", "tranche_id", TrancheMotionRows::read);

    private TrancheMotionRows() {}

    /** A motion, and the tranche that it is about. */
    public record Moved(TrancheId tranche, TrancheMotion motion) {}

    public static void insert(Connection connection, UUID proposal, TrancheId tranche, TrancheMotion motion)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, proposal);
            insert.setObject(2, tranche.value());
            insert.setString(3, motion.step().name());
            insert.setString(
                    4,
                    motion instanceof TrancheMotion.Amend amend ? ConditionJson.conditions(amend.conditions()) : null);
            insert.setString(5, motion.reason());
            insert.setObject(6, motion.effectiveDate().orElse(null));
            insert.executeUpdate();
        }
    }

    /** What still waits is to be confirmed as it now is: each motion is about the last version of its tranche (rule D-6). */
    static void restate(Connection connection, Collection<Tranche> versions) throws SQLException {
        TABLE.restate(
                connection,
                versions,
                tranche -> tranche.id().value(),
                Tranche::version,
                (moved, tranche) -> moved.motion().on(tranche));
    }

    private static Moved read(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        Optional<LocalDate> effectiveDate = Rows.date(row, "effective_date");
        TrancheStep step = TrancheStep.valueOf(row.getString("step"));
        TrancheMotion motion = switch (step) {
            case AMEND ->
                new TrancheMotion.Amend(ConditionJson.conditions(row.getString("conditions")), reason, effectiveDate);
            case CANCEL -> new TrancheMotion.Cancel(reason, effectiveDate);
            case APPROVE, REDRAFT -> throw new IllegalStateException("one person's step was put to a second: " + step);
        };
        return new Moved(new TrancheId(Rows.id(row, "tranche_id")), motion);
    }
}
