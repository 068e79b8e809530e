package tranche.notifications.delivery.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.flow.writer.Trace;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.notice.domain.Slot;

/** From a delivery back to what caused what it tells. */
public final class CauseRows {

    /** What a slip has moved follows from one command, and is told with its first event; other mails of several have many causes. */
    private static final String OF_DELIVERIES = """
            select distinct on (d.delivery_id) d.delivery_id, n.cause_id, t.correlation_id, t.traceparent
              from delivery d
              left join digest_item i on i.delivery_id = d.delivery_id and starts_with(d.digest, '%s')
              join alert a on a.alert_id = coalesce(d.alert_id, i.alert_id)
              join notice n using (notice_id)
              join notice_trace t using (notice_id)
             where d.delivery_id = any(?::uuid[])
             order by d.delivery_id, n.recorded_at, n.notice_id
            """.formatted(Slot.SLIP);

    private CauseRows() {}

    /** What caused what deliveries tell, by their ids; what has no one cause, or was told before causes were kept, is left out. */
    public static Map<UUID, Trace> of(Connection connection, Collection<Delivery> deliveries) throws SQLException {
        return Query.list(
                        connection,
                        OF_DELIVERIES,
                        select -> Bind.<Delivery>rows(select, deliveries).uuid(Delivery::id),
                        row -> Map.entry(
                                Rows.id(row, "delivery_id"),
                                new Trace(
                                        Optional.of(Rows.id(row, "cause_id")),
                                        Rows.id(row, "correlation_id"),
                                        Rows.text(row, "traceparent"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
