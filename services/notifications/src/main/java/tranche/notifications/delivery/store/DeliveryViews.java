package tranche.notifications.delivery.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;

/** Deliveries as they are read. */
@Singleton
public class DeliveryViews {

    private static final String NEXT = "select min(due_at) as next from delivery where due_at > ?";

    private final DataSource dataSource;

    DeliveryViews(DataSource dataSource) {
        this.dataSource = dataSource;
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
}
