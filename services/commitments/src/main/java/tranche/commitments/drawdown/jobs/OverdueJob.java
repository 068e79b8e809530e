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

/** Tells which lines are unpaid at the end of their due date in the fund's zone, each once. */
@Singleton
@Requires(beans = DrawdownCommands.class)
public class OverdueJob extends DueSweep<Due> {

    /** A day begins at a full minute everywhere, so nobody waits longer than this to be told. */
    private static final Duration PAUSE = Duration.ofSeconds(60);

    OverdueJob(DrawdownCommands drawdowns, CallViews views, Clock clock, Ids ids) {
        super(
                new Round("overdue-calls", PAUSE, "an overdue call"),
                views::overdue,
                due -> sent(drawdowns.writer(), due.fund(), new CallCommand.MarkOverdue(due.call(), Actor.SYSTEM), ids),
                clock);
    }
}
