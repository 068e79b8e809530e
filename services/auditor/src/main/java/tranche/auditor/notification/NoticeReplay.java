package tranche.auditor.notification;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;
import tranche.auditor.topic.Applied;
import tranche.auditor.topic.Arrived;
import tranche.auditor.topic.KeptTable;
import tranche.commitments.ForecastChanged;

/**
 * What each event has to say and whom, by the catalogue, against the notices that are kept (A09). A page of them is held at a
 * time. What fills the gaps of a text is not looked at. Notices that no event explains are found by {@link AlertAudit}.
 */
final class NoticeReplay implements Applied {

    private final KeptTable notices;
    private final SettledReplay settled;
    private final KeptTable moved;

    NoticeReplay(Snapshot kept, Findings findings) {
        notices = new KeptTable(kept, findings, "notice", "cause_id", "notice_id", """
                type, cause_type, recorded_at, subject_kind, subject_id, array(select unnest(roles) order by 1) as roles,
                programme_id, fund_id, investor_id, project_id, published""");
        settled = new SettledReplay(kept, findings);
        moved = new KeptTable(
                kept,
                findings,
                "forecast_moved",
                "cause_id",
                "milestone_id || ' ' || slip_days",
                "investor_id, recorded_at");
    }

    @Override
    public void event(Arrived arrived) throws SQLException {
        Told.of(arrived.event()).ifPresent(told -> {
            var cause = arrived.head().getEventId();
            notices.add(cause, NameIds.notice(told.type(), cause), told.picture(arrived.head(), arrived.event()));
        });
        if (arrived.event() instanceof ForecastChanged changed) {
            move(changed);
        }
        if (notices.size() + moved.size() >= Snapshot.PAGE) {
            moved.compare();
            notices.compare();
        }
        settled.event(arrived);
    }

    /** Why an investor's calls have moved, not why they are new: by this it is known which slips are told to whom. */
    private void move(ForecastChanged changed) {
        var head = changed.getHead();
        moved.concerns(head.getEventId());
        changed.getRows().stream()
                .filter(row -> !row.getChange().equals("ADDED"))
                .flatMap(row -> row.getCauses().stream())
                .forEach(cause -> moved.add(
                        head.getEventId(),
                        cause.getMilestoneId() + " " + cause.getSlipDays(),
                        new HashMap<>(
                                Map.of("investor_id", changed.getInvestorId(), "recorded_at", head.getRecordedAt()))));
    }

    @Override
    public void endOfPartition() throws SQLException {
        notices.compare();
        moved.compare();
        settled.endOfPartition();
    }

    @Override
    public void endOfTopic() throws SQLException {
        settled.endOfTopic();
    }
}
