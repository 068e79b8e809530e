package tranche.notifications.notice.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.notifications.notice.domain.Passed;
import tranche.notifications.notice.domain.Trail;
import tranche.notifications.notice.domain.TrailStep;

/** What led to an alert, as far as it came by. */
@Singleton
public class TrailViews {

    /** No trail is longer than people read; an object that has moved a hundred times is one of few. */
    private static final int MOST = 200;

    /**
     * Up to the alert's cause: what came after it is not what it speaks of. With what was reached in the wake of the same commands
     * comes how that was claimed and shown.
     */
    private static final String OF = """
            with told as (
                 select n.subject_id, n.cause_id, n.recorded_at, t.correlation_id
                   from alert a join notice n using (notice_id) join notice_trace t using (notice_id)
                  where a.recipient_id = ? and a.alert_id = ?),
            own as (
                 select e.* from told join passed_event e on e.about_id = told.subject_id
                                     and (e.recorded_at, e.event_id) <= (told.recorded_at, told.cause_id)
                  order by e.recorded_at desc, e.event_id desc limit ?),
            wake as (
                 select e.*
                   from told
                   join passed_event e on e.recorded_at <= told.recorded_at and e.about_id <> told.subject_id
                                      and e.correlation_id in (select told.correlation_id union select correlation_id from own)
                  order by e.recorded_at desc, e.event_id desc limit ?),
            reached as (
                 select e.*
                   from told
                   join passed_event e on e.recorded_at <= told.recorded_at
                                      and e.about_id in (select about_id from wake where step = 'MILESTONE_ACHIEVED')
                  order by e.recorded_at desc, e.event_id desc limit ?)
            select told.subject_id, told.correlation_id as cause_correlation_id, e.*
              from told cross join (select * from own union select * from wake union select * from reached) e
             order by e.recorded_at, e.event_id
            """;

    private final DataSource dataSource;

    TrailViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private record Found(UUID subject, UUID correlation, Passed passed) {}

    /** The steps to an alert of the recipient's, the first first; none of what was told before steps were kept. */
    public List<Trail.Step> of(UUID recipient, UUID alert) {
        List<Found> found = Query.list(
                dataSource,
                OF,
                select -> {
                    select.setObject(1, recipient);
                    select.setObject(2, alert);
                    select.setInt(3, MOST);
                    select.setInt(4, MOST);
                    select.setInt(5, MOST);
                },
                TrailViews::found);
        return found.isEmpty()
                ? List.of()
                : Trail.of(
                        found.getFirst().subject(),
                        found.getFirst().correlation(),
                        found.stream().map(Found::passed).toList());
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                Rows.id(row, "subject_id"),
                Rows.id(row, "cause_correlation_id"),
                new Passed(
                        Rows.id(row, "event_id"),
                        TrailStep.valueOf(row.getString("step")),
                        Rows.id(row, "about_id"),
                        Rows.id(row, "correlation_id"),
                        Rows.instant(row, "recorded_at").orElseThrow()));
    }
}
