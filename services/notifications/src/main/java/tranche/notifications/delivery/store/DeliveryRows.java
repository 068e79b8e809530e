package tranche.notifications.delivery.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.delivery.domain.DeliveryState;
import tranche.notifications.notice.domain.Channel;

/** The table {@code delivery}. */
public final class DeliveryRows {

    private static final String LOAD = "select * from delivery where delivery_id = any(?::uuid[])";

    /** In one order, so that two batches wait for each other and never in a circle. */
    private static final String LOCK = LOAD + " order by delivery_id for update";

    private static final String INSERT = """
            insert into delivery (delivery_id, recipient_id, alert_id, channel, target_id, state, due_at, created_at)
            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::timestamptz[],
                                 ?::timestamptz[])
            on conflict (delivery_id) do nothing
            """;

    /** The content stays as it is; of a delivery that changed twice in a batch the last state counts. */
    private static final String SAVE = """
            update delivery d
               set state = r.state, attempts = r.attempts, fresh = r.fresh, due_at = r.due_at, reason = r.reason,
                   version = r.version
              from (select distinct on (delivery_id) *
                      from unnest(?::uuid[], ?::text[], ?::integer[], ?::integer[], ?::timestamptz[], ?::text[],
                                  ?::bigint[])
                           with ordinality as r(delivery_id, state, attempts, fresh, due_at, reason, version, place)
                     order by delivery_id, place desc) r
             where d.delivery_id = r.delivery_id
            """;

    /** Its recipient may sleep when its target is proven (rule N-3). */
    private static final String RELEASE = """
            update delivery d
               set due_at = greatest(?::timestamptz, (select a.send_at from alert a where a.alert_id = d.alert_id))
             where d.target_id = any(?::uuid[]) and d.state = 'PENDING' and d.due_at is null
            """;

    private static final String HASTEN = """
            update delivery set due_at = ?
             where target_id = any(?::uuid[]) and state = 'PENDING' and due_at is null
            """;

    private DeliveryRows() {}

    /** Those of these that are there. */
    public static List<Delivery> load(Connection connection, Collection<UUID> ids) throws SQLException {
        return Query.list(
                connection, LOAD, select -> Bind.<UUID>rows(select, ids).uuid(id -> id), DeliveryRows::read);
    }

    /** Those of these that are there, held until the transaction ends. */
    public static List<Delivery> lock(Connection connection, Collection<UUID> ids) throws SQLException {
        return Query.list(
                connection, LOCK, select -> Bind.<UUID>rows(select, ids).uuid(id -> id), DeliveryRows::read);
    }

    /** Adds new ones; what is there already stays as it is. */
    public static void insert(Connection connection, List<Delivery> deliveries) throws SQLException {
        if (deliveries.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Bind.<Delivery>rows(insert, deliveries)
                    .uuid(Delivery::id)
                    .uuid(Delivery::recipient)
                    .uuid(delivery -> delivery.alert().orElse(null))
                    .text(delivery -> delivery.channel().name())
                    .uuid(Delivery::target)
                    .text(delivery -> delivery.state().name())
                    .instant(delivery -> delivery.dueAt().map(Rows::at).orElse(null))
                    .instant(delivery -> Rows.at(delivery.createdAt()));
            insert.executeUpdate();
        }
    }

    /** Stores new states. */
    public static void save(Connection connection, List<Delivery> deliveries) throws SQLException {
        if (deliveries.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(SAVE)) {
            Bind.<Delivery>rows(update, deliveries)
                    .uuid(Delivery::id)
                    .text(delivery -> delivery.state().name())
                    .integer(Delivery::attempts)
                    .integer(Delivery::fresh)
                    .instant(delivery -> delivery.dueAt().map(Rows::at).orElse(null))
                    .text(delivery -> delivery.reason().orElse(null))
                    .bigint(Delivery::version);
            update.executeUpdate();
        }
    }

    /** Lets go what has waited for targets that are proven now, none before it was to be sent. */
    public static void release(Connection connection, Collection<UUID> targets, Instant now) throws SQLException {
        due(connection, RELEASE, targets, now);
    }

    /** Has what has waited for targets that are gone taken up at once, to be cancelled. */
    public static void hasten(Connection connection, Collection<UUID> targets, Instant now) throws SQLException {
        due(connection, HASTEN, targets, now);
    }

    private static void due(Connection connection, String statement, Collection<UUID> targets, Instant now)
            throws SQLException {
        if (targets.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(statement)) {
            update.setObject(1, Rows.at(now));
            Bind.<UUID>rowsFrom(update, 2, targets).uuid(id -> id);
            update.executeUpdate();
        }
    }

    static Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                Rows.id(row, "delivery_id"),
                Rows.id(row, "recipient_id"),
                Optional.ofNullable(row.getObject("alert_id", UUID.class)),
                Channel.valueOf(row.getString("channel")),
                Rows.id(row, "target_id"),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("fresh"),
                Rows.instant(row, "due_at"),
                Rows.instant(row, "created_at").orElseThrow(),
                Rows.text(row, "reason"),
                row.getLong("version"));
    }
}
