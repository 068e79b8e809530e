package tranche.notifications.delivery.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.delivery.domain.DeliveryState;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Channel;

/** Deliveries as they are read, each with its attempts. */
@Singleton
public class DeliveryViews {

    private static final String NEXT = "select min(due_at) as next from delivery where due_at > ?";

    private static final String COLUMNS = """
            select delivery.*,
                   (select type from alert join notice using (notice_id) where alert.alert_id = delivery.alert_id) as type
              from delivery
            """;

    private static final String LIST = COLUMNS + """
             where (?::uuid is null or recipient_id = ?)
               and (?::uuid is null or target_id = ?)
               and (?::uuid is null or recipient_id = ?)
               and (?::text is null or state = ?)
               and (?::bigint is null or number < ?)
             order by number desc
             limit ?
            """;

    private static final String ONE = COLUMNS + " where recipient_id = ? and delivery_id = ?";

    private static final String ATTEMPTS = """
            select * from delivery_attempt where delivery_id = any(?::uuid[]) order by delivery_id, number
            """;

    /** By itself, or in a mail that gathers several: what was settled before that went is not in it. */
    private static final String SENDINGS = """
            select d.delivery_id, d.channel, d.target_id,
                   case when d.alert_id is null and n.settled_at < (select min(t.started_at) from delivery_attempt t
                                                                     where t.delivery_id = d.delivery_id)
                        then 'CANCELLED' else d.state end as state,
                   (select max(t.ended_at) from delivery_attempt t where t.delivery_id = d.delivery_id) as tried_at
              from delivery d
              join alert a on a.recipient_id = d.recipient_id and a.alert_id = ?
              join notice n on n.notice_id = a.notice_id
             where d.recipient_id = ?
               and (d.alert_id = a.alert_id
                    or d.delivery_id = (select g.delivery_id from digest_item g where g.alert_id = a.alert_id))
             order by d.number
            """;

    private final DataSource dataSource;

    DeliveryViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Which deliveries are asked for.
     *
     * @param visible whose the asker may see; empty for whoever may see everybody's
     * @param target to which they go
     * @param recipient whose they are
     */
    public record Asked(
            Optional<UUID> visible, Optional<UUID> target, Optional<UUID> recipient, Optional<DeliveryState> state) {}

    /**
     * How an alert was sent.
     *
     * @param delivery of it alone, or of a mail that gathers several
     * @param target whom the channel sent it to
     * @param at when it was tried last; empty where it was not tried yet
     */
    public record Sending(UUID delivery, Channel channel, UUID target, DeliveryState state, Optional<Instant> at) {}

    /**
     * A delivery as it is shown.
     *
     * @param number its place in lists, rising with time
     * @param type of its alert; empty for what tests a target
     * @param attempts the first first
     */
    public record Seen(Delivery delivery, long number, Optional<AlertType> type, List<Attempt> attempts) {

        public Seen {
            attempts = List.copyOf(attempts);
        }
    }

    /**
     * An attempt as it is shown.
     *
     * @param endedAt empty while it is under way, or where its process died
     * @param status of the other side, where it has answered with one
     */
    public record Attempt(
            int number, Instant startedAt, Optional<Instant> endedAt, OptionalInt status, Optional<String> reason) {

        /** From its begin to its end; empty while it has none. */
        public Optional<Long> durationMillis() {
            return endedAt.map(end -> Duration.between(startedAt, end).toMillis());
        }
    }

    /** When the next one is due after a moment; empty where none is. */
    public Optional<Instant> nextAfter(Instant moment) {
        return Query.list(
                        dataSource,
                        NEXT,
                        select -> select.setObject(1, Rows.at(moment)),
                        row -> Rows.instant(row, "next"))
                .getFirst();
    }

    /** The last first. One more than the limit, if there is one. */
    public List<Seen> list(Asked asked, Optional<Long> before, int limit) {
        return seen(Query.list(
                dataSource,
                LIST,
                select -> {
                    int next = Rows.twice(select, 1, asked.visible());
                    next = Rows.twice(select, next, asked.target());
                    next = Rows.twice(select, next, asked.recipient());
                    next = Rows.twice(select, next, asked.state().map(DeliveryState::name));
                    next = Rows.twice(select, next, before);
                    select.setInt(next, limit + 1);
                },
                DeliveryViews::numbered));
    }

    /** A delivery of the recipient's; empty where it has none such. */
    public Optional<Seen> one(UUID recipient, UUID delivery) {
        return seen(Query.list(
                        dataSource,
                        ONE,
                        select -> {
                            select.setObject(1, recipient);
                            select.setObject(2, delivery);
                        },
                        DeliveryViews::numbered))
                .stream()
                .findFirst();
    }

    /** How an alert of a recipient was sent, the first first; nothing of what stays in the portal. */
    public List<Sending> ofAlert(UUID recipient, UUID alert) {
        return Query.list(
                dataSource,
                SENDINGS,
                select -> {
                    select.setObject(1, alert);
                    select.setObject(2, recipient);
                },
                DeliveryViews::sending);
    }

    private static Sending sending(ResultSet row) throws SQLException {
        return new Sending(
                Rows.id(row, "delivery_id"),
                Channel.valueOf(row.getString("channel")),
                Rows.id(row, "target_id"),
                DeliveryState.valueOf(row.getString("state")),
                Rows.instant(row, "tried_at"));
    }

    private static Seen numbered(ResultSet row) throws SQLException {
        return new Seen(
                DeliveryRows.read(row),
                row.getLong("number"),
                Rows.text(row, "type").map(AlertType::valueOf),
                List.of());
    }

    private List<Seen> seen(List<Seen> bare) {
        Map<UUID, List<Attempt>> attempts = new HashMap<>();
        if (!bare.isEmpty()) {
            Query.list(
                            dataSource,
                            ATTEMPTS,
                            select -> Bind.<Seen>rows(select, bare)
                                    .uuid(one -> one.delivery().id()),
                            row -> Map.entry(Rows.id(row, "delivery_id"), attempt(row)))
                    .forEach(one -> attempts.computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                            .add(one.getValue()));
        }
        return bare.stream()
                .map(one -> new Seen(
                        one.delivery(),
                        one.number(),
                        one.type(),
                        attempts.getOrDefault(one.delivery().id(), List.of())))
                .toList();
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        return new Attempt(
                row.getInt("number"),
                Rows.instant(row, "started_at").orElseThrow(),
                Rows.instant(row, "ended_at"),
                status == 0 ? OptionalInt.empty() : OptionalInt.of(status),
                Rows.text(row, "reason"));
    }
}
