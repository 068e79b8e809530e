package tranche.commitments.commitment.jobs;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import tranche.commitments.commitment.BookCommands;
import tranche.commitments.commitment.domain.ClosingCommand;
import tranche.commitments.commitment.store.CommitmentViews;
import tranche.commitments.commitment.store.CommitmentViews.Due;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Sweep;
import tranche.values.actor.Actor;
import tranche.world.ids.Ids;
import tranche.world.tasks.Recurring;
import tranche.world.time.Clock;

/**
 * Lets approved closings take effect when their day has come in the fund's zone. Any instance may do so, and the same one
 * twice: the decision lets it happen once. One that cannot take effect is passed over, and tried again after the pause.
 */
@Singleton
@Requires(beans = BookCommands.class)
public class DueClosingsJob implements Recurring {

    private final BookCommands books;
    private final CommitmentViews views;
    private final Clock clock;
    private final Ids ids;
    private final int atOnce;

    @Inject
    DueClosingsJob(BookCommands books, CommitmentViews views, Clock clock, Ids ids) {
        this(books, views, clock, ids, Sweep.AT_ONCE);
    }

    DueClosingsJob(BookCommands books, CommitmentViews views, Clock clock, Ids ids, int atOnce) {
        this.books = books;
        this.views = views;
        this.clock = clock;
        this.ids = ids;
        this.atOnce = atOnce;
    }

    @Override
    public String name() {
        return "due-closings";
    }

    /** A day begins at a full minute everywhere, so nobody waits longer than this for it. */
    @Override
    public Duration pause() {
        return Duration.ofSeconds(60);
    }

    @Override
    public void work() throws InterruptedException {
        Instant now = clock.now();
        Sweep.through("a due closing", (last, limit) -> views.due(now, last, limit), atOnce, this::takeEffect);
    }

    private CompletableFuture<Outcome> takeEffect(Due due) {
        return books.writer()
                .submit(Sweep.submission(due.fund(), new ClosingCommand.TakeEffect(due.closing(), Actor.SYSTEM), ids));
    }
}
