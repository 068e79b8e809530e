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
 * Tells which lines are unpaid at the end of their due date in the fund's zone, each once. Any instance may do so, and the
 * same one twice: the decision tells it once.
 */
@Singleton
@Requires(beans = DrawdownCommands.class)
public class OverdueJob implements Recurring {

    private final DrawdownCommands drawdowns;
    private final CallViews views;
    private final Clock clock;
    private final Ids ids;
    private final int atOnce;

    @Inject
    OverdueJob(DrawdownCommands drawdowns, CallViews views, Clock clock, Ids ids) {
        this(drawdowns, views, clock, ids, Sweep.AT_ONCE);
    }

    OverdueJob(DrawdownCommands drawdowns, CallViews views, Clock clock, Ids ids, int atOnce) {
        this.drawdowns = drawdowns;
        this.views = views;
        this.clock = clock;
        this.ids = ids;
        this.atOnce = atOnce;
    }

    @Override
    public String name() {
        return "overdue-calls";
    }

    /** A day begins at a full minute everywhere, so nobody waits longer than this to be told. */
    @Override
    public Duration pause() {
        return Duration.ofSeconds(60);
    }

    @Override
    public void work() throws InterruptedException {
        Instant now = clock.now();
        Sweep.through("an overdue call", (last, limit) -> views.overdue(now, last, limit), atOnce, this::mark);
    }

    private CompletableFuture<Outcome> mark(Due overdue) {
        return drawdowns
                .writer()
                .submit(Sweep.submission(
                        overdue.fund(), new CallCommand.MarkOverdue(overdue.call(), Actor.SYSTEM), ids));
    }
}
