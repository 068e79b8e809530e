package tranche.commitments.drawdown.jobs;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tranche.commitments.drawdown.DrawdownCommands;
import tranche.commitments.drawdown.domain.Evaluation;
import tranche.commitments.drawdown.domain.Tranche;
import tranche.commitments.drawdown.domain.TrancheCommand;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.drawdown.store.TrancheViews;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Sweep;
import tranche.values.actor.Actor;
import tranche.world.ids.Ids;
import tranche.world.tasks.Recurring;
import tranche.world.time.Clock;

/**
 * Has tranches looked at for what no event tells: a day has come, a document is there, a waiver has expired. Any instance may
 * do so, and the same one twice: only those are looked at that stand otherwise than their state says.
 */
@Singleton
@Requires(beans = DrawdownCommands.class)
public class UntoldJob implements Recurring {

    private final DrawdownCommands drawdowns;
    private final TrancheViews views;
    private final Clock clock;
    private final Ids ids;
    private final int atOnce;

    @Inject
    UntoldJob(DrawdownCommands drawdowns, TrancheViews views, Clock clock, Ids ids) {
        this(drawdowns, views, clock, ids, Sweep.AT_ONCE);
    }

    UntoldJob(DrawdownCommands drawdowns, TrancheViews views, Clock clock, Ids ids, int atOnce) {
        this.drawdowns = drawdowns;
        this.views = views;
        this.clock = clock;
        this.ids = ids;
        this.atOnce = atOnce;
    }

    @Override
    public String name() {
        return "untold-conditions";
    }

    /** A day begins at a full minute everywhere, so no call waits longer than this for its day. */
    @Override
    public Duration pause() {
        return Duration.ofSeconds(60);
    }

    @Override
    public void work() throws InterruptedException {
        Instant now = clock.now();
        Sweep.pages("a tranche that is to be looked at", views::watched, atOnce, page -> {
            Map<TrancheId, Evaluation> standings = views.standings(page, now);
            return page.stream()
                    .filter(tranche -> Optional.ofNullable(standings.get(tranche.id()))
                            .filter(tranche::isOvertakenBy)
                            .isPresent())
                    .map(this::reconsider)
                    .toList();
        });
    }

    private CompletableFuture<Outcome> reconsider(Tranche tranche) {
        return drawdowns
                .writer()
                .submit(Sweep.submission(
                        tranche.fund().value(), new TrancheCommand.Reconsider(tranche.id(), Actor.SYSTEM), ids));
    }
}
