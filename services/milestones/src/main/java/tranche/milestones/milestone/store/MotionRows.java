package tranche.milestones.milestone.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tranche.flow.proposal.MotionTable;
import tranche.flow.proposal.MotionTable.Waiting;
import tranche.flow.proposal.ProposalRows;
import tranche.flow.register.Rows;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.milestone.domain.Motion;
import tranche.milestones.milestone.domain.Resting;
import tranche.milestones.milestone.domain.Step;
import tranche.milestones.milestone.domain.Waiver;

/** What proposals would do to milestones. */
public final class MotionRows {

    private static final String INSERT = """
            insert into motion (proposal_id, milestone_id, step, reason, effective_date, baseline_date, for_all, tranche_ids,
                                expires, superseded_by)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            """;

    public static final MotionTable<Motion> TABLE =
            new MotionTable<>("select m.* from motion m", "milestone_id", MotionRows::read);

    private MotionRows() {}

    public static void insert(Connection connection, UUID proposal, MilestoneId milestone, Motion motion)
            throws SQLException {
        Optional<Waiver> waiver = motion instanceof Motion.Waive waive ? Optional.of(waive.waiver()) : Optional.empty();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, proposal);
            insert.setObject(2, milestone.value());
            insert.setString(3, motion.step().name());
            insert.setString(4, motion.reason());
            insert.setObject(5, motion.effectiveDate().orElse(null));
            insert.setObject(6, motion instanceof Motion.Rebaseline set ? set.baselineDate() : null);
            insert.setObject(7, waiver.map(Waiver::isOfAll).orElse(null));
            insert.setString(
                    8, waiver.map(one -> MilestoneJson.ids(one.tranches())).orElse(null));
            insert.setObject(9, waiver.map(Waiver::expires).orElse(null));
            insert.setObject(
                    10,
                    motion instanceof Motion.Supersede by ? by.supersededBy().value() : null);
            insert.executeUpdate();
        }
    }

    /** What still waits is to be confirmed as it now is: each motion is about the last version of its milestone (rule D-6). */
    static void restate(Connection connection, List<Milestone> versions) throws SQLException {
        Map<UUID, Milestone> last = new LinkedHashMap<>();
        versions.stream()
                .filter(milestone -> milestone.version().number() > 1)
                .forEach(milestone -> last.put(milestone.id().value(), milestone));
        if (last.isEmpty()) {
            return;
        }
        restate(connection, last.values(), versions.getLast().version().recordedAt());
    }

    /** The same where not the milestones have changed, but what rests on them. */
    public static void restate(Connection connection, Collection<Milestone> milestones, Instant now)
            throws SQLException {
        if (milestones.isEmpty()) {
            return;
        }
        List<Waiting<Motion>> waiting = TABLE.waiting(
                connection,
                milestones.stream().map(milestone -> milestone.id().value()).toList(),
                now);
        Map<MilestoneId, Resting> resting = RestingRows.load(
                connection, waiting.stream().map(MotionRows::milestone).collect(Collectors.toSet()));
        Map<MilestoneId, Milestone> byId =
                milestones.stream().collect(Collectors.toMap(Milestone::id, Function.identity()));
        ProposalRows.restate(
                connection,
                waiting.stream()
                        .map(one -> new ProposalRows.Restated(
                                one.proposal(),
                                one.motion()
                                        .on(
                                                Objects.requireNonNull(byId.get(milestone(one))),
                                                Objects.requireNonNull(resting.get(milestone(one))))))
                        .toList());
    }

    private static MilestoneId milestone(Waiting<Motion> waiting) {
        return new MilestoneId(waiting.subject());
    }

    private static Waiver.Reach reach(ResultSet row) throws SQLException {
        return row.getBoolean("for_all")
                ? new Waiver.OfAll()
                : new Waiver.OfTranches(MilestoneJson.ids(row.getString("tranche_ids")));
    }

    private static Motion read(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        Optional<LocalDate> effectiveDate = Rows.date(row, "effective_date");
        Step step = Step.valueOf(row.getString("step"));
        return switch (step) {
            case REBASELINE ->
                new Motion.Rebaseline(row.getObject("baseline_date", LocalDate.class), reason, effectiveDate);
            case REVOKE_VERIFICATION -> new Motion.RevokeVerification(reason, effectiveDate);
            case WAIVE ->
                new Motion.Waive(
                        new Waiver(reach(row), row.getObject("expires", LocalDate.class)), reason, effectiveDate);
            case REVOKE_WAIVER -> new Motion.RevokeWaiver(reason, effectiveDate);
            case REMOVE -> new Motion.Remove(reason, effectiveDate);
            case SUPERSEDE ->
                new Motion.Supersede(new MilestoneId(Rows.id(row, "superseded_by")), reason, effectiveDate);
            case CHANGE_PLAN, START, CLAIM, SUBMIT_EVIDENCE, VERIFY, REJECT, WITHDRAW_CLAIM, RESCHEDULE ->
                throw new IllegalStateException("one person's step was put to a second: " + step);
        };
    }
}
