package tranche.commitments.commitment.jobs;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import tranche.commitments.commitment.BookCommands;
import tranche.commitments.commitment.domain.ClosingCommand;
import tranche.commitments.commitment.store.CommitmentViews;
import tranche.commitments.commitment.store.CommitmentViews.Due;
import tranche.flow.writer.DueSweep;
import tranche.values.actor.Actor;
import tranche.world.ids.Ids;
import tranche.world.time.Clock;

/**
 * Lets approved closings take effect when their day has come in the fund's zone. One that cannot take effect is passed over,
 * and tried again after the pause.
 */
@Singleton
@Requires(beans = BookCommands.class)
public class DueClosingsJob extends DueSweep<Due> {

    /** A day begins at a full minute everywhere, so nobody waits longer than this for it. */
    private static final Duration PAUSE = Duration.ofSeconds(60);

    DueClosingsJob(BookCommands books, CommitmentViews views, Clock clock, Ids ids) {
        super(
                new Round("due-closings", PAUSE, "a due closing"),
                views::due,
                due -> sent(
                        books.writer(), due.fund(), new ClosingCommand.TakeEffect(due.closing(), Actor.SYSTEM), ids),
                clock);
    }
}
