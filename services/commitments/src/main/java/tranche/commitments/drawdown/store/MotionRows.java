package tranche.commitments.drawdown.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import tranche.commitments.drawdown.domain.CallId;
import tranche.commitments.drawdown.domain.Motion;
import tranche.commitments.drawdown.domain.ReceiptId;
import tranche.flow.proposal.MotionTable;
import tranche.flow.register.Rows;

/** What proposals would do to calls and receipts. */
public final class MotionRows {

    private static final String INSERT =
            "insert into drawdown_motion (proposal_id, command, subject_id, reason) values (?, ?, ?, ?)";

    public static final MotionTable<Motion> TABLE =
            new MotionTable<>("select m.* from drawdown_motion m", "subject_id", MotionRows::read);

    private MotionRows() {}

    public static void insert(Connection connection, UUID proposal, Motion motion) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, proposal);
            insert.setString(2, motion.command().name());
            insert.setObject(
                    3,
                    switch (motion) {
                        case Motion.Reversal reversal -> reversal.call().value();
                        case Motion.Refund refund -> refund.receipt().value();
                    });
            insert.setString(4, motion.reason());
            insert.executeUpdate();
        }
    }

    private static Motion read(ResultSet row) throws SQLException {
        UUID subject = Rows.id(row, "subject_id");
        String reason = row.getString("reason");
        return row.getString("command").equals(Motion.Reversal.COMMAND.name())
                ? new Motion.Reversal(new CallId(subject), reason)
                : new Motion.Refund(new ReceiptId(subject), reason);
    }
}
