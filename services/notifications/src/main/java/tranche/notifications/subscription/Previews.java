package tranche.notifications.subscription;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.writer.Unavailable;
import tranche.notifications.notice.domain.Past;
import tranche.notifications.notice.domain.Told;
import tranche.notifications.notice.store.HistoryRows;
import tranche.notifications.subscription.domain.Preview;
import tranche.world.time.Clock;

/** What recipients would have been sent with their wishes of today, from what has really reached them. */
@Singleton
public final class Previews {

    /** How far it looks back. */
    public static final Duration PERIOD = Duration.ofDays(30);

    private final DataSource dataSource;
    private final Wanted wanted;
    private final Clock clock;

    Previews(DataSource dataSource, Wanted wanted, Clock clock) {
        this.dataSource = dataSource;
        this.wanted = wanted;
        this.clock = clock;
    }

    /** Of one recipient, who is one. */
    public Preview of(UUID recipient) {
        try (Connection connection = dataSource.getConnection()) {
            List<Past> past =
                    HistoryRows.since(connection, recipient, clock.now().minus(PERIOD));
            List<Told> told = wanted.of(connection, past);
            List<Preview.Would> would = new ArrayList<>();
            for (int place = 0; place < past.size(); place++) {
                would.add(new Preview.Would(past.get(place).reached().type(), told.get(place)));
            }
            return Preview.of(would);
        } catch (SQLException failed) {
            throw Unavailable.of("the database cannot be read", failed);
        }
    }
}
