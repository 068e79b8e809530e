package tranche.commitments.drawdown.jobs;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import tranche.commitments.drawdown.DrawdownCommands;
import tranche.commitments.drawdown.domain.CallCommand;
import tranche.commitments.drawdown.store.CallViews;
import tranche.commitments.drawdown.store.CallViews.Due;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Sweep;
import tranche.values.actor.Actor;
import tranche.world.ids.Ids;
import tranche.world.tasks.Recurring;
import tranche.world.time.Clock;

/**
 * Reminds investors of what they have not paid shortly before its day (CC-04). Any instance may do so, and the same one
 * twice: the decision, which counts the business days, tells each threshold once.
 */
@Singleton
@Requires(beans = DrawdownCommands.class)
public class RemindersJob implements Recurring {

    /** Five business days are never more, whatever holidays lie among them. */
    private static final int NEAR_DAYS = 20;

    private final DrawdownCommands drawdowns;
    private final CallViews views;
    private final Clock clock;
    private final Ids ids;
    private final int atOnce;

    @Inject
    RemindersJob(DrawdownCommands drawdowns, CallViews views, Clock clock, Ids ids) {
        this(drawdowns, views, clock, ids, Sweep.AT_ONCE);
    }

    RemindersJob(DrawdownCommands drawdowns, CallViews views, Clock clock, Ids ids, int atOnce) {
        this.drawdowns = drawdowns;
        this.views = views;
        this.clock = clock;
        this.ids = ids;
        this.atOnce = atOnce;
    }

    @Override
    public String name() {
        return "call-reminders";
    }

    /** What is told is days away: nobody waits for the hour. */
    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void work() throws InterruptedException {
        Instant now = clock.now();
        Sweep.through(
                "a reminder of a call", (last, limit) -> views.near(now, NEAR_DAYS, last, limit), atOnce, this::remind);
    }

    private CompletableFuture<Outcome> remind(Due near) {
        return drawdowns
                .writer()
                .submit(Sweep.submission(near.fund(), new CallCommand.RemindOfDue(near.call(), Actor.SYSTEM), ids));
    }
}
