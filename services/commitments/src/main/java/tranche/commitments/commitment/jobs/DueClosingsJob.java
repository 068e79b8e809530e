package tranche.commitments.commitment.jobs;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.commitments.commitment.BookCommands;
import tranche.commitments.commitment.domain.ClosingCommand;
import tranche.commitments.commitment.store.CommitmentViews;
import tranche.flow.writer.Answer;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Overloaded;
import tranche.flow.writer.Submission;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Unavailable;
import tranche.values.actor.Actor;
import tranche.world.ids.Ids;
import tranche.world.tasks.Tasks;
import tranche.world.time.Clock;

/**
 * Lets approved closings take effect when their day has come in the fund's zone. Any instance may do so, and the same one
 * twice: the decision lets it happen once.
 */
@Singleton
@Requires(beans = BookCommands.class)
public class DueClosingsJob {

    private static final Logger LOG = LoggerFactory.getLogger(DueClosingsJob.class);

    /** A day begins at a full minute everywhere, so nobody waits longer than this for it. */
    private static final Duration PAUSE = Duration.ofSeconds(60);

    /** Closings of one look; the rest follow at the next, which comes at once. */
    private static final int MOST = 100;

    private final BookCommands books;
    private final CommitmentViews views;
    private final Clock clock;
    private final Ids ids;
    private final Tasks tasks;
    private Tasks.@Nullable Task task;

    DueClosingsJob(BookCommands books, CommitmentViews views, Clock clock, Ids ids, Tasks tasks) {
        this.books = books;
        this.views = views;
        this.clock = clock;
        this.ids = ids;
        this.tasks = tasks;
    }

    @EventListener
    void start(StartupEvent started) {
        task = tasks.start("commitments-due-closings", this::run);
    }

    @PreDestroy
    void stop() {
        Tasks.Task running = task;
        if (running != null) {
            running.close();
        }
    }

    private void run() throws InterruptedException {
        while (true) {
            int taken = 0;
            try {
                taken = takeEffect();
            } catch (Unavailable | Overloaded away) {
                LOG.warn("due closings wait {} s: {}", PAUSE.toSeconds(), away.getMessage());
            }
            if (taken == 0) {
                tasks.sleep(PAUSE);
            }
        }
    }

    /** How many took effect. */
    int takeEffect() throws InterruptedException {
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (CommitmentViews.Due due : views.due(clock.now(), MOST)) {
            outcomes.add(books.writer()
                    .submit(new Submission<>(
                            due.fund(),
                            Set.of(),
                            new ClosingCommand.TakeEffect(due.closing(), Actor.SYSTEM),
                            Actor.SYSTEM,
                            Optional.empty(),
                            new Trace(Optional.empty(), ids.next(), Optional.empty()),
                            (_, _) -> new Answer(200, Map.of(), new byte[0]))));
        }
        int taken = 0;
        for (CompletableFuture<Outcome> outcome : outcomes) {
            try {
                switch (outcome.get()) {
                    case Outcome.Done _ -> taken++;
                    case Outcome.Refused refused ->
                        LOG.warn(
                                "a due closing was refused: {} {}",
                                refused.refusal().code(),
                                refused.facts());
                    case Outcome.KeyReused _, Outcome.InProgress _ ->
                        throw new IllegalStateException("no key was sent");
                }
            } catch (ExecutionException failed) {
                LOG.error("a due closing failed", failed);
            }
        }
        return taken;
    }
}
