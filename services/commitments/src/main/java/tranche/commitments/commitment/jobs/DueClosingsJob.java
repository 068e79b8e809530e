package tranche.commitments.commitment.jobs;

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
import tranche.commitments.commitment.BookCommands;
import tranche.commitments.commitment.domain.ClosingCommand;
import tranche.commitments.commitment.store.CommitmentViews;
import tranche.commitments.commitment.store.CommitmentViews.Due;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Renderer;
import tranche.flow.writer.Submission;
import tranche.flow.writer.Trace;
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

    private static final Logger LOG = LoggerFactory.getLogger(DueClosingsJob.class);

    /** Closings that are under way together. */
    private static final int AT_ONCE = 100;

    private final BookCommands books;
    private final CommitmentViews views;
    private final Clock clock;
    private final Ids ids;
    private final int atOnce;

    @Inject
    DueClosingsJob(BookCommands books, CommitmentViews views, Clock clock, Ids ids) {
        this(books, views, clock, ids, AT_ONCE);
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
        Optional<Due> last = Optional.empty();
        List<Due> page;
        do {
            page = views.due(now, last, atOnce);
            for (CompletableFuture<Outcome> outcome :
                    page.stream().map(this::takeEffect).toList()) {
                report(outcome);
            }
            last = page.isEmpty() ? last : Optional.of(page.getLast());
        } while (page.size() == atOnce);
    }

    private CompletableFuture<Outcome> takeEffect(Due due) {
        return books.writer()
                .submit(new Submission<>(
                        due.fund(),
                        Set.of(),
                        new ClosingCommand.TakeEffect(due.closing(), Actor.SYSTEM),
                        Actor.SYSTEM,
                        Optional.empty(),
                        new Trace(Optional.empty(), ids.next(), Optional.empty()),
                        Renderer.nothing()));
    }

    private static void report(CompletableFuture<Outcome> outcome) throws InterruptedException {
        try {
            if (outcome.get() instanceof Outcome.Refused refused) {
                LOG.warn("a due closing was refused: {} {}", refused.refusal().code(), refused.facts());
            }
        } catch (ExecutionException failed) {
            LOG.error("a due closing failed", failed);
        }
    }
}
