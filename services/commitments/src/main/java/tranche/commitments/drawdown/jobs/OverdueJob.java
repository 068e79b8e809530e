package tranche.commitments.drawdown.jobs;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.commitments.drawdown.DrawdownCommands;
import tranche.commitments.drawdown.domain.CallCommand;
import tranche.commitments.drawdown.store.CallViews;
import tranche.commitments.drawdown.store.CallViews.Overdue;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Renderer;
import tranche.flow.writer.Submission;
import tranche.flow.writer.Trace;
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

    private static final Logger LOG = LoggerFactory.getLogger(OverdueJob.class);

    /** Calls that are under way together. */
    private static final int AT_ONCE = 100;

    private final DrawdownCommands drawdowns;
    private final CallViews views;
    private final Clock clock;
    private final Ids ids;
    private final int atOnce;

    @Inject
    OverdueJob(DrawdownCommands drawdowns, CallViews views, Clock clock, Ids ids) {
        this(drawdowns, views, clock, ids, AT_ONCE);
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
        Optional<Overdue> last = Optional.empty();
        List<Overdue> page;
        do {
            page = views.overdue(now, last, atOnce);
            for (CompletableFuture<Outcome> outcome :
                    page.stream().map(this::mark).toList()) {
                report(outcome);
            }
            last = page.isEmpty() ? last : Optional.of(page.getLast());
        } while (page.size() == atOnce);
    }

    private CompletableFuture<Outcome> mark(Overdue overdue) {
        return drawdowns
                .writer()
                .submit(new Submission<>(
                        overdue.fund(),
                        Set.of(),
                        new CallCommand.MarkOverdue(overdue.call(), Actor.SYSTEM),
                        Actor.SYSTEM,
                        Optional.empty(),
                        new Trace(Optional.empty(), ids.next(), Optional.empty()),
                        Renderer.nothing()));
    }

    private static void report(CompletableFuture<Outcome> outcome) throws InterruptedException {
        try {
            if (outcome.get() instanceof Outcome.Refused refused) {
                LOG.warn("an overdue call was refused: {} {}", refused.refusal().code(), refused.facts());
            }
        } catch (ExecutionException failed) {
            LOG.error("an overdue call failed", failed);
        }
    }
}
