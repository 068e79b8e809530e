package tranche.milestones.milestone.jobs;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import tranche.flow.writer.DueSweep;
import tranche.milestones.milestone.MilestoneCommands;
import tranche.milestones.milestone.domain.MilestoneCommand;
import tranche.milestones.milestone.store.DueSoonViews;
import tranche.milestones.milestone.store.DueSoonViews.Near;
import tranche.values.actor.Actor;
import tranche.world.ids.Ids;
import tranche.world.time.Clock;

/** Tells of milestones that are due soon. The decision, which counts the working days, tells each baseline once. */
@Singleton
@Requires(beans = MilestoneCommands.class)
public class DueSoonJob extends DueSweep<Near> {

    /** What is told is days away: nobody waits for the hour. */
    private static final Duration PAUSE = Duration.ofHours(1);

    /** Ten working days are never more, whatever holidays lie among them, and a day is no more than one from that of UTC. */
    private static final int NEAR_DAYS = 30;

    DueSoonJob(MilestoneCommands milestones, DueSoonViews views, Clock clock, Ids ids) {
        super(
                new Round("due-soon", PAUSE, "a reminder"),
                (now, last, limit) -> near(views, now, last, limit),
                near -> sent(
                        milestones.writer(),
                        near.project(),
                        new MilestoneCommand.RemindOfDue(near.milestone(), Actor.SYSTEM),
                        ids),
                clock);
    }

    private static List<Near> near(DueSoonViews views, Instant now, Optional<Near> last, int limit) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return views.near(today.minusDays(1), today.plusDays(NEAR_DAYS), last, limit);
    }
}
