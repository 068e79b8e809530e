package tranche.auditor.notification;

import java.sql.SQLException;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;
import tranche.auditor.topic.Applied;
import tranche.auditor.topic.Arrived;

/**
 * What each event has to say and whom, by the catalogue, against the notices that are kept (A09). A page of them is held at a
 * time. What fills the gaps of a text is not looked at. Notices that no event explains are found by {@link AlertAudit}.
 */
final class NoticeReplay implements Applied {

    private final KeptTable notices;

    NoticeReplay(Snapshot kept, Findings findings) {
        notices = new KeptTable(kept, findings, "notice", "cause_id", "notice_id", """
                type, cause_type, recorded_at, subject_kind, subject_id, array(select unnest(roles) order by 1) as roles,
                programme_id, fund_id, investor_id, project_id, published""");
    }

    @Override
    public void event(Arrived arrived) throws SQLException {
        Told.of(arrived.event()).ifPresent(told -> {
            var cause = arrived.head().getEventId();
            notices.add(cause, NameIds.notice(told.type(), cause), told.picture(arrived.head(), arrived.event()));
        });
        if (notices.size() >= Snapshot.PAGE) {
            notices.compare();
        }
    }

    @Override
    public void endOfPartition() throws SQLException {
        notices.compare();
    }
}
