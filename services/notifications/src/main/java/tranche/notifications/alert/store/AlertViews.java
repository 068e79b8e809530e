package tranche.notifications.alert.store;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.notifications.alert.domain.Alert;
import tranche.notifications.alert.domain.AlertState;

/** A recipient's own alerts. Every statement is cut to the recipient that asks. */
@Singleton
public class AlertViews {

    /** What its recipient did not want in the portal is told elsewhere, or not at all. */
    private static final String LISTED =
            AlertRows.WITH_NOTICE + " where a.recipient_id = ? and 'PORTAL' = any(a.channels)";

    private static final String LIST = LISTED
            + " and (?::text is null or ? = case when a.acknowledged_at is not null then 'ACKNOWLEDGED'"
            + " when a.read_at is not null then 'READ' else 'CREATED' end)"
            + " and (?::bigint is null or a.number < ?) order by a.number desc limit ?";

    private static final String SINCE = LISTED + " and a.number > ? order by a.number limit ?";

    private static final String ONE = AlertRows.WITH_NOTICE + " where a.recipient_id = ? and a.alert_id = ?";

    private static final String LAST = "select coalesce(max(number), 0) as number from alert where recipient_id = ?";

    private final DataSource dataSource;

    AlertViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The last first. One more than the limit, if there is one. */
    public List<Alert> list(UUID recipient, Optional<AlertState> state, Optional<Long> before, int limit) {
        return Query.list(
                dataSource,
                LIST,
                select -> {
                    select.setObject(1, recipient);
                    int next = Rows.twice(select, 2, state.map(AlertState::name));
                    next = Rows.twice(select, next, before);
                    select.setInt(next, limit + 1);
                },
                AlertRows::read);
    }

    /** What comes behind a number, the first first, at most so many. */
    public List<Alert> since(UUID recipient, long number, int most) {
        return Query.list(
                dataSource,
                SINCE,
                select -> {
                    select.setObject(1, recipient);
                    select.setLong(2, number);
                    select.setInt(3, most);
                },
                AlertRows::read);
    }

    /** An alert of the recipient's; empty where it has none such. */
    public Optional<Alert> one(UUID recipient, UUID alert) {
        return Query.list(
                        dataSource,
                        ONE,
                        select -> {
                            select.setObject(1, recipient);
                            select.setObject(2, alert);
                        },
                        AlertRows::read)
                .stream()
                .findFirst();
    }

    /** The number of the recipient's last alert; 0 where it has none. */
    public long lastNumber(UUID recipient) {
        return Query.list(dataSource, LAST, select -> select.setObject(1, recipient), row -> row.getLong("number"))
                .getFirst();
    }
}
