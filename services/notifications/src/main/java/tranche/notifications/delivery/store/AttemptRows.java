package tranche.notifications.delivery.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.delivery.domain.Attempted;
import tranche.notifications.delivery.domain.Delivery;

/** The table {@code delivery_attempt}. */
public final class AttemptRows {

    private static final String BEGIN = """
            insert into delivery_attempt (delivery_id, number, started_at)
            select r.*, ?::timestamptz from unnest(?::uuid[], ?::integer[]) as r
            """;

    /** An attempt that was given up and ends late says so still: it was made. */
    private static final String END = """
            update delivery_attempt a
               set ended_at = greatest(r.ended_at, a.started_at), outcome = r.outcome, status = r.status, reason = r.reason
              from unnest(?::uuid[], ?::integer[], ?::timestamptz[], ?::text[], ?::integer[], ?::text[])
                   as r(delivery_id, number, ended_at, outcome, status, reason)
             where a.delivery_id = r.delivery_id and a.number = r.number and a.ended_at is null
            """;

    private AttemptRows() {}

    /** Writes down attempts that are about to be made. */
    static void begin(Connection connection, List<Delivery> deliveries, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
            insert.setObject(1, Rows.at(now));
            Bind.<Delivery>rowsFrom(insert, 2, deliveries).uuid(Delivery::id).integer(Delivery::attempts);
            insert.executeUpdate();
        }
    }

    /** Writes down what attempts came to. */
    public static void end(Connection connection, List<Attempted> attempts) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(END)) {
            Bind.<Attempted>rows(update, attempts)
                    .uuid(one -> one.delivery().id())
                    .integer(Attempted::attempt)
                    .instant(one -> Rows.at(one.endedAt()))
                    .text(one -> one.outcome().word())
                    .integer(one -> orNull(one.outcome().status()))
                    .text(one -> one.outcome().why().orElse(null));
            update.executeUpdate();
        }
    }

    static @Nullable Integer orNull(OptionalInt status) {
        return status.isPresent() ? status.getAsInt() : null;
    }
}
