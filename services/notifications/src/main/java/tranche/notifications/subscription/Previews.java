package tranche.notifications.subscription;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import tranche.notifications.notice.domain.Past;
import tranche.notifications.notice.domain.Told;
import tranche.notifications.notice.store.HistoryViews;
import tranche.notifications.subscription.domain.Preview;
import tranche.world.time.Clock;

/** What recipients would have been sent with their wishes of today, from what has really reached them. */
@Singleton
public final class Previews {

    /** How far it looks back. */
    public static final Duration PERIOD = Duration.ofDays(30);

    private final HistoryViews history;
    private final Wanted wanted;
    private final Clock clock;

    Previews(HistoryViews history, Wanted wanted, Clock clock) {
        this.history = history;
        this.wanted = wanted;
        this.clock = clock;
    }

    /** Of one recipient, who is one. */
    public Preview of(UUID recipient) {
        return history.since(
                recipient, clock.now().minus(PERIOD), (connection, past) -> preview(past, wanted.of(connection, past)));
    }

    private static Preview preview(List<Past> past, List<Told> told) {
        return Preview.of(IntStream.range(0, past.size())
                .mapToObj(place -> new Preview.Would(past.get(place).reached().type(), told.get(place)))
                .toList());
    }
}
