package tranche.notifications.delivery.jobs;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.notifications.delivery.Claims;
import tranche.notifications.delivery.Claims.Claim;
import tranche.notifications.delivery.NewDeliveries;
import tranche.notifications.delivery.Settlements;
import tranche.notifications.delivery.domain.Attempted;
import tranche.notifications.delivery.domain.Outcome;
import tranche.notifications.delivery.store.DeliveryViews;
import tranche.world.Failpoint;
import tranche.world.tasks.Recurring;
import tranche.world.tasks.Tasks;
import tranche.world.time.Clock;

/**
 * Sends what is due. One task takes up and records, both for many at once; each send is a task of its own, so that whoever
 * answers late is waited for by nobody else. Instances that share their keys may do so beside each other.
 */
@Singleton
@Requires(beans = Claims.class)
public class DeliveryJob implements Recurring {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJob.class);

    /** Rows that are looked at in one claim. */
    private static final int MOST_LOOKED_AT = 500;

    /** A look at what another instance may have raised, or left behind. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);

    private final Claims claims;
    private final NewDeliveries news;
    private final DeliveryViews views;
    private final Clock clock;
    private final Tasks tasks;

    private final Flights flights = new Flights();
    private final Taking taking;
    private final Endings endings;

    DeliveryJob(
            Claims claims, Settlements settlements, NewDeliveries news, DeliveryViews views, Clock clock, Tasks tasks) {
        this.claims = claims;
        this.news = news;
        this.views = views;
        this.clock = clock;
        this.tasks = tasks;
        this.taking = new Taking(clock);
        this.endings = new Endings(
                settlements::record,
                one -> flights.ended(one.attempted().delivery(), one.attempted().outcome(), one.took()));
    }

    @Override
    public String name() {
        return "deliveries";
    }

    /** After a fault alone: otherwise it goes on by itself. */
    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void work() throws InterruptedException {
        while (true) {
            endings.record();
            Instant looked = clock.now();
            if (!takeUp()) {
                news.await(untilNext(looked));
            }
        }
    }

    /** Takes up what is due and there is room for; whether there may be more of it. */
    private boolean takeUp() {
        if (flights.room() == 0) {
            return false;
        }
        Claims.Claimed claimed = taking.take(
                chosen -> claims.take(flights.open(), flights.busy(), MOST_LOOKED_AT, chosen), flights::choose);
        // One that dies from here on leaves attempts without an end, which are made again once their lease is over.
        if (!claimed.claims().isEmpty()) {
            Failpoint.at("delivery.taken-up");
        }
        for (Claim claim : claimed.claims()) {
            flights.begun(claim.delivery());
            tasks.start("delivery-send", () -> send(claim));
        }
        return claimed.mayBeMore();
    }

    private void send(Claim claim) throws InterruptedException {
        long begun = clock.monotonicNanos();
        Outcome outcome = attempt(claim);
        Failpoint.at("delivery.answered");
        Duration took = Duration.ofNanos(clock.monotonicNanos() - begun);
        endings.add(new Endings.Ended(
                new Attempted(claim.delivery(), claim.delivery().attempts(), outcome, clock.now()), took));
        news.committed();
    }

    private static Outcome attempt(Claim claim) throws InterruptedException {
        try {
            return claim.sending().send(claim.content(), claim.traceparent());
        } catch (RuntimeException failed) {
            LOG.error(
                    "delivery={} attempt={} failed",
                    claim.delivery().id(),
                    claim.delivery().attempts(),
                    failed);
            return new Outcome.Soft("fault");
        }
    }

    /** What falls due while it is looked, or right after, is not waited for. */
    private Duration untilNext(Instant looked) {
        Duration next = views.nextAfter(looked)
                .map(due -> Duration.between(clock.now(), due))
                .orElse(LOOK_AGAIN);
        return next.compareTo(LOOK_AGAIN) < 0 ? next : LOOK_AGAIN;
    }
}
