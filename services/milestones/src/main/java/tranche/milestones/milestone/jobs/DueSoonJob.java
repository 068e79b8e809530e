package tranche.milestones.milestone.jobs;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Sweep;
import tranche.milestones.milestone.MilestoneCommands;
import tranche.milestones.milestone.domain.MilestoneCommand;
import tranche.milestones.milestone.store.DueSoonViews;
import tranche.milestones.milestone.store.DueSoonViews.Near;
import tranche.values.actor.Actor;
import tranche.world.ids.Ids;
import tranche.world.tasks.Recurring;
import tranche.world.time.Clock;

/**
 * Tells of milestones that are due soon. Any instance may do so, and the same one twice: the decision, which counts the
 * working days, tells each baseline once.
 */
@Singleton
@Requires(beans = MilestoneCommands.class)
public class DueSoonJob implements Recurring {

    /** Ten working days are never more, whatever holidays lie among them, and a day is no more than one from that of UTC. */
    private static final int NEAR_DAYS = 30;

    private final MilestoneCommands milestones;
    private final DueSoonViews views;
    private final Clock clock;
    private final Ids ids;
    private final int atOnce;

    @Inject
    DueSoonJob(MilestoneCommands milestones, DueSoonViews views, Clock clock, Ids ids) {
        this(milestones, views, clock, ids, Sweep.AT_ONCE);
    }

    DueSoonJob(MilestoneCommands milestones, DueSoonViews views, Clock clock, Ids ids, int atOnce) {
        this.milestones = milestones;
        this.views = views;
        this.clock = clock;
        this.ids = ids;
        this.atOnce = atOnce;
    }

    @Override
    public String name() {
        return "due-soon";
    }

    /** What is told is days away: nobody waits for the hour. */
    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void work() throws InterruptedException {
        LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
        Sweep.through(
                "a reminder",
                (last, limit) -> views.near(today.minusDays(1), today.plusDays(NEAR_DAYS), last, limit),
                atOnce,
                this::remind);
    }

    private CompletableFuture<Outcome> remind(Near near) {
        return milestones
                .writer()
                .submit(Sweep.submission(
                        near.project(), new MilestoneCommand.RemindOfDue(near.milestone(), Actor.SYSTEM), ids));
    }
}
