package tranche.notifications.delivery.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.delivery.domain.Gathered;
import tranche.notifications.notice.domain.Slot;

/** The table {@code digest_item}, and the rows of {@code delivery} that gather them. */
public final class DigestRows {

    private static final String INSERT = """
            insert into delivery (delivery_id, recipient_id, channel, target_id, state, due_at, created_at, digest)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                                 ?::text[])
            on conflict (delivery_id) do nothing
            """;

    /** One that somebody takes up at the moment is as good as gone: nobody waits for it. */
    private static final String OPEN = """
            select delivery_id from delivery
             where delivery_id = any(?::uuid[]) and state = 'PENDING' and attempts = 0
             order by delivery_id
               for update skip locked
            """;

    private static final String ADD = """
            insert into digest_item (alert_id, delivery_id) select * from unnest(?::uuid[], ?::uuid[])
            on conflict (alert_id) do nothing
            """;

    private static final String ITEMS = """
            select d.delivery_id, d.digest, i.alert_id
              from delivery d join digest_item i on i.delivery_id = d.delivery_id
             where d.delivery_id = any(?::uuid[])
            """;

    private DigestRows() {}

    /**
     * What a delivery gathers.
     *
     * @param key which of its recipient's it is
     */
    public record Digested(String key, Set<UUID> alerts) {

        public Digested {
            alerts = Set.copyOf(alerts);
        }

        /** Whether it is what a slip has moved, and not what its recipient wants together. */
        public boolean isOfSlip() {
            return Slot.isOfSlip(key);
        }
    }

    /**
     * Puts alerts into the deliveries that take them; these are begun where they are not there yet.
     *
     * @return the alerts that were taken: not those whose delivery has begun to be sent
     */
    public static Set<UUID> gather(Connection connection, List<Gathered> gathered) throws SQLException {
        if (gathered.isEmpty()) {
            return Set.of();
        }
        Map<UUID, Gathered> first = new LinkedHashMap<>();
        gathered.forEach(one -> first.putIfAbsent(one.delivery().id(), one));
        begin(connection, first.values());
        Set<UUID> open = new HashSet<>(Query.list(
                connection,
                OPEN,
                select -> Bind.<UUID>rows(select, first.keySet()).uuid(id -> id),
                row -> Rows.id(row, "delivery_id")));
        List<Gathered> taken = gathered.stream()
                .filter(one -> open.contains(one.delivery().id()))
                .toList();
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            Bind.<Gathered>rows(insert, taken)
                    .uuid(Gathered::alert)
                    .uuid(one -> one.delivery().id());
            insert.executeUpdate();
        }
        return taken.stream().map(Gathered::alert).collect(Collectors.toUnmodifiableSet());
    }

    private static void begin(Connection connection, Collection<Gathered> gathered) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Bind.<Gathered>rows(insert, gathered)
                    .uuid(one -> one.delivery().id())
                    .uuid(one -> one.delivery().recipient())
                    .text(one -> one.delivery().channel().name())
                    .uuid(one -> one.delivery().target())
                    .text(one -> one.delivery().state().name())
                    .instant(one -> one.delivery().dueAt().map(Rows::at).orElse(null))
                    .instant(one -> Rows.at(one.delivery().createdAt()))
                    .text(one -> one.slot().key());
            insert.executeUpdate();
        }
    }

    /** What those of these deliveries gather that gather anything. */
    public static Map<UUID, Digested> of(Connection connection, Collection<Delivery> deliveries) throws SQLException {
        List<UUID> ids = deliveries.stream()
                .filter(delivery -> delivery.alert().isEmpty())
                .map(Delivery::id)
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        record Item(UUID delivery, String key, UUID alert) {}
        Map<UUID, List<Item>> items = Query.list(
                        connection,
                        ITEMS,
                        select -> Bind.<UUID>rows(select, ids).uuid(id -> id),
                        row -> new Item(Rows.id(row, "delivery_id"), row.getString("digest"), Rows.id(row, "alert_id")))
                .stream()
                .collect(Collectors.groupingBy(Item::delivery));
        Map<UUID, Digested> digests = new HashMap<>();
        items.forEach((delivery, of) -> digests.put(
                delivery,
                new Digested(
                        of.getFirst().key(), of.stream().map(Item::alert).collect(Collectors.toUnmodifiableSet()))));
        return digests;
    }

    /** All alerts that these gather. */
    public static List<UUID> alerts(Map<UUID, Digested> digests) {
        List<UUID> alerts = new ArrayList<>();
        digests.values().forEach(one -> alerts.addAll(one.alerts()));
        return alerts;
    }
}
