package tranche.commitments.drawdown.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.drawdown.domain.Tranche;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.drawdown.domain.TrancheMotion;
import tranche.commitments.drawdown.domain.TrancheStep;
import tranche.flow.proposal.ProposalRows;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;

/** What proposals would do to tranches. */
public final class TrancheMotionRows {

    private static final String INSERT = """
            insert into tranche_motion (proposal_id, tranche_id, step, conditions, reason, effective_date)
            values (?, ?, ?, ?::jsonb, ?, ?)
            """;

    private static final String FIND = "select * from tranche_motion where proposal_id = ?";

    private static final String WAITING = """
            select m.* from tranche_motion m join proposal p using (proposal_id)
             where m.tranche_id = any(?::uuid[]) and p.approved is null and p.expires_at > ?
            """;

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

    /** What a proposal would do. */
    public static Moved find(Connection connection, UUID proposal) throws SQLException {
        return Query.list(connection, FIND, select -> select.setObject(1, proposal), TrancheMotionRows::read)
                .getFirst();
    }

    /** What still waits is to be confirmed as it now is: each motion is about the last version of its tranche (rule D-6). */
    static void restate(Connection connection, Collection<Tranche> versions) throws SQLException {
        Map<TrancheId, Tranche> last = new LinkedHashMap<>();
        versions.stream()
                .filter(tranche -> tranche.version().number() > 1)
                .forEach(tranche -> last.put(tranche.id(), tranche));
        if (last.isEmpty()) {
            return;
        }
        List<Tranche> changed = new ArrayList<>(last.values());
        record Waiting(UUID proposal, Moved moved) {}
        List<Waiting> waiting = Query.list(
                connection,
                WAITING,
                select -> {
                    Bind.<Tranche>rows(select, changed)
                            .uuid(tranche -> tranche.id().value());
                    select.setObject(2, Rows.at(changed.getLast().version().recordedAt()));
                },
                row -> new Waiting(Rows.id(row, "proposal_id"), read(row)));
        ProposalRows.restate(
                connection,
                waiting.stream()
                        .map(one -> new ProposalRows.Restated(
                                one.proposal(),
                                one.moved()
                                        .motion()
                                        .on(Objects.requireNonNull(
                                                last.get(one.moved().tranche())))))
                        .toList());
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
