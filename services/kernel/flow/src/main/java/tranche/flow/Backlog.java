package tranche.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.writer.Unavailable;
import tranche.world.time.Clock;

/** What has piled up in a service's database, for an operator's alarms; each is looked up when it is asked for. */
final class Backlog {

    /** The relay reads in this order; an open transaction that holds it back is seen here too. */
    private static final String OLDEST_UNSENT = """
        select e.recorded_at
          from relay_place p
          join event e on (e.epoch, e.xid8, e.seq) > (p.sent_epoch, p.sent_xid8, p.sent_seq)
         order by e.epoch, e.xid8, e.seq
         limit 1
        """;

    private static final String DEAD_LETTERS = "select count(*) from dead_letter where replayed_at is null";

    private final DataSource dataSource;
    private final Clock clock;

    Backlog(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** How long the oldest event that was not sent has waited; zero where none waits, unknown without a database. */
    double relayLagSeconds() {
        try {
            List<Instant> oldest = Query.list(
                    dataSource,
                    OLDEST_UNSENT,
                    _ -> {},
                    row -> row.getObject(1, OffsetDateTime.class).toInstant());
            return oldest.isEmpty()
                    ? 0
                    : Duration.between(oldest.getFirst(), clock.now()).toMillis() / 1_000.0;
        } catch (Unavailable away) {
            return Double.NaN;
        }
    }

    /** Records that wait for somebody to replay them; unknown without a database. */
    double deadLetters() {
        try {
            return Query.list(dataSource, DEAD_LETTERS, _ -> {}, row -> row.getLong(1))
                    .getFirst();
        } catch (Unavailable away) {
            return Double.NaN;
        }
    }
}
