package tranche.notifications.alert.store;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.alert.domain.Alert;
import tranche.notifications.alert.domain.AlertState;
import tranche.notifications.notice.store.NoticeRows;
import tranche.notifications.notice.store.ReaderRows;

/** A recipient's own alerts. Every statement is cut to the recipient that asks. */
@Singleton
public class AlertViews {

    /** More than these nobody reads under another. */
    private static final int MOST_UNDER = 20;

    /** What its recipient did not want in the portal is told elsewhere, or not at all. */
    private static final String LISTED =
            AlertRows.WITH_NOTICE + " where a.recipient_id = ? and 'PORTAL' = any(a.channels)";

    private static final String LIST = LISTED
            + " and (n.settled_at is null or not ?) and (?::text is null or ? = case"
            + " when n.settled_at is not null then 'SUPERSEDED' when a.acknowledged_at is not null then 'ACKNOWLEDGED'"
            + " when a.read_at is not null then 'READ' else 'CREATED' end)"
            + " and (?::bigint is null or a.number < ?) order by a.number desc limit ?";

    private static final String SINCE = LISTED + " and a.number > ? order by a.number limit ?";

    /**
     * What stands under an alert in its recipient's list: whatever was superseded of the same thing since the open one before it,
     * the last first.
     */
    private static final String UNDER = """
            select f.*, a.alert_id as successor_id
              from alert a
              join notice n on n.notice_id = a.notice_id
             cross join lateral (
                   select coalesce(max(y.number), 0) as number
                     from notice o join alert y on y.recipient_id = a.recipient_id and y.notice_id = o.notice_id
                    where o.subject_id = n.subject_id
                      and coalesce(o.investor_id, '%1$s') = coalesce(n.investor_id, '%1$s')
                      and o.settled_at is null and y.number < a.number and 'PORTAL' = any(y.channels)) before
             cross join lateral (
                   select x.*, o.type, o.cause_id, o.cause_type, o.recorded_at as caused_at, o.subject_kind, o.subject_id,
                          o.figures, o.settled_at,
                          %2$s
                     from notice o join alert x on x.recipient_id = a.recipient_id and x.notice_id = o.notice_id
                    where o.subject_id = n.subject_id
                      and coalesce(o.investor_id, '%1$s') = coalesce(n.investor_id, '%1$s')
                      and o.settled_at is not null and x.number > before.number and x.number < a.number
                      and 'PORTAL' = any(x.channels)
                    order by x.number desc limit ?) f
             where a.alert_id = any(?::uuid[]) and n.settled_at is null
             order by a.number desc, f.number desc
            """.formatted(NoticeRows.NOBODY, ReaderRows.columns("x", "o"));

    private static final String ONE = AlertRows.WITH_NOTICE + " where a.recipient_id = ? and a.alert_id = ?";

    private static final String UNREAD =
            "select count(*) as number from (select from alert a join notice n using (notice_id)"
                    + " where a.recipient_id = ? and 'PORTAL' = any(a.channels) and a.read_at is null and n.settled_at is null"
                    + " limit ?) unread";

    private static final String LAST = "select coalesce(max(number), 0) as number from alert where recipient_id = ?";

    private final DataSource dataSource;

    AlertViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The last first. One more than the limit, if there is one.
     *
     * @param open whether what is superseded is left out
     */
    public List<Alert> list(
            UUID recipient, boolean open, Optional<AlertState> state, Optional<Long> before, int limit) {
        return Query.list(
                dataSource,
                LIST,
                select -> {
                    select.setObject(1, recipient);
                    select.setBoolean(2, open);
                    int next = Rows.twice(select, 3, state.map(AlertState::name));
                    next = Rows.twice(select, next, before);
                    select.setInt(next, limit + 1);
                },
                AlertRows::read);
    }

    /**
     * What alerts of one recipient stand for besides themselves, by their ids, the last first: a few of each are enough to see
     * what was before.
     */
    public Map<UUID, List<Alert>> under(List<Alert> alerts) {
        if (alerts.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Alert>> under = new HashMap<>();
        Query.list(
                        dataSource,
                        UNDER,
                        select -> {
                            select.setInt(1, MOST_UNDER);
                            Bind.<Alert>rowsFrom(select, 2, alerts).uuid(Alert::id);
                        },
                        row -> Map.entry(Rows.id(row, "successor_id"), AlertRows.read(row)))
                .forEach(one -> under.computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                        .add(one.getValue()));
        return under;
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

    /** How many of the recipient's alerts are neither read nor superseded, at most so many. */
    public int unread(UUID recipient, int most) {
        return Query.list(
                        dataSource,
                        UNREAD,
                        select -> {
                            select.setObject(1, recipient);
                            select.setInt(2, most);
                        },
                        row -> row.getInt("number"))
                .getFirst();
    }

    /** The number of the recipient's last alert; 0 where it has none. */
    public long lastNumber(UUID recipient) {
        return Query.list(dataSource, LAST, select -> select.setObject(1, recipient), row -> row.getLong("number"))
                .getFirst();
    }
}
