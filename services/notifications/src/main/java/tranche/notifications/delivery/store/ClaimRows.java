package tranche.notifications.delivery.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.notice.domain.Channel;

/** Deliveries as they are taken up: rows of {@code delivery} that are due, locked for whoever asked first. */
public final class ClaimRows {

    /** The index of what is due gives the order; whoever is busy is stepped over, and so is what another has locked. */
    private static final String DUE = """
            select * from delivery
             where due_at <= ? and channel = any(?::text[]) and target_id <> all(?::uuid[])
             order by due_at
             limit ?
               for update skip locked
            """;

    private static final String CONTENTS = """
            select delivery_id, content from delivery where delivery_id = any(?::uuid[]) and content is not null
            """;

    private static final String BEGIN = """
            update delivery d
               set state = 'SENDING', attempts = r.attempts, due_at = r.due_at, content = coalesce(d.content, r.content)
              from unnest(?::uuid[], ?::integer[], ?::timestamptz[], ?::text[])
                   as r(delivery_id, attempts, due_at, content)
             where d.delivery_id = r.delivery_id
            """;

    private ClaimRows() {}

    /**
     * What is due, the longest due first, and what was taken up by somebody who has been given up.
     *
     * @param busy targets that are left out
     */
    public static List<Delivery> due(
            Connection connection, Instant now, Collection<Channel> channels, Collection<UUID> busy, int most)
            throws SQLException {
        return Query.list(
                connection,
                DUE,
                select -> {
                    select.setObject(1, Rows.at(now));
                    Bind.<Channel>rowsFrom(select, 2, channels).text(Channel::name);
                    Bind.<UUID>rowsFrom(select, 3, busy).uuid(id -> id);
                    select.setInt(4, most);
                },
                DeliveryRows::read);
    }

    /** What was fixed when it was first sent, by delivery. */
    public static Map<UUID, String> contents(Connection connection, Collection<UUID> deliveries) throws SQLException {
        Map<UUID, String> contents = new HashMap<>();
        Query.list(
                        connection,
                        CONTENTS,
                        select -> Bind.<UUID>rows(select, deliveries).uuid(id -> id),
                        row -> Map.entry(Rows.id(row, "delivery_id"), row.getString("content")))
                .forEach(one -> contents.put(one.getKey(), one.getValue()));
        return contents;
    }

    /**
     * Takes deliveries up, each with a new attempt.
     *
     * @param begun as they are while they are sent
     * @param contents what they send, by delivery
     */
    public static void begin(Connection connection, List<Delivery> begun, Map<UUID, String> contents, Instant now)
            throws SQLException {
        if (begun.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(BEGIN)) {
            Bind.<Delivery>rows(update, begun)
                    .uuid(Delivery::id)
                    .integer(Delivery::attempts)
                    .instant(delivery -> delivery.dueAt().map(Rows::at).orElse(null))
                    .text(delivery -> contents.get(delivery.id()));
            update.executeUpdate();
        }
        AttemptRows.begin(connection, begun, now);
    }
}
