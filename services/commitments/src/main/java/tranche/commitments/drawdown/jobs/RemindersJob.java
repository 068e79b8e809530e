package tranche.commitments.drawdown.jobs;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import tranche.commitments.drawdown.DrawdownCommands;
import tranche.commitments.drawdown.domain.CallCommand;
import tranche.commitments.drawdown.store.CallViews;
import tranche.commitments.drawdown.store.CallViews.Due;
import tranche.flow.writer.DueSweep;
import tranche.values.actor.Actor;
import tranche.world.ids.Ids;
import tranche.world.time.Clock;

/**
 * Reminds investors of what they have not paid shortly before its day (CC-04). The decision, which counts the business days,
 * tells each threshold once.
 */
@Singleton
@Requires(beans = DrawdownCommands.class)
public class RemindersJob extends DueSweep<Due> {

    /** What is told is days away: nobody waits for the hour. */
    private static final Duration PAUSE = Duration.ofHours(1);

    /** Five business days are never more, whatever holidays lie among them. */
    private static final int NEAR_DAYS = 20;

    RemindersJob(DrawdownCommands drawdowns, CallViews views, Clock clock, Ids ids) {
        super(
                new Round("call-reminders", PAUSE, "a reminder of a call"),
                (now, last, limit) -> views.near(now, NEAR_DAYS, last, limit),
                near -> sent(
                        drawdowns.writer(), near.fund(), new CallCommand.RemindOfDue(near.call(), Actor.SYSTEM), ids),
                clock);
    }
}
