package tranche.milestones.plan.jobs;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.flow.writer.Trace;
import tranche.milestones.plan.PlanRuns;
import tranche.milestones.plan.store.PlanViews;
import tranche.milestones.plan.store.PlanViews.Passed;
import tranche.milestones.project.domain.ProjectId;
import tranche.world.ids.Ids;
import tranche.world.tasks.Recurring;
import tranche.world.time.Clock;

/**
 * Runs through the plans in which a forecast day has passed though its milestone is not reached: such a day is no forecast
 * any more (rule D-33). Other plans wait for the next event; their forecasts may still be kept. Any instance may do so, and
 * the same one twice: a second run finds nothing to tell.
 */
@Singleton
@Requires(beans = PlanRuns.class)
public class PassedForecastsJob implements Recurring {

    private static final Logger LOG = LoggerFactory.getLogger(PassedForecastsJob.class);

    private static final int PAGE = 100;

    private final PlanRuns runs;
    private final PlanViews views;
    private final Clock clock;
    private final Ids ids;
    private final int page;

    @Inject
    PassedForecastsJob(PlanRuns runs, PlanViews views, Clock clock, Ids ids) {
        this(runs, views, clock, ids, PAGE);
    }

    PassedForecastsJob(PlanRuns runs, PlanViews views, Clock clock, Ids ids, int page) {
        this.runs = runs;
        this.views = views;
        this.clock = clock;
        this.ids = ids;
        this.page = page;
    }

    @Override
    public String name() {
        return "passed-forecasts";
    }

    /** A day that has passed is told within the hour. */
    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void work() {
        Instant now = clock.now();
        Set<UUID> done = new HashSet<>();
        Optional<ProjectId> last = Optional.empty();
        List<Passed> found;
        do {
            found = views.passed(now, last, page);
            found.stream()
                    .filter(passed ->
                            passed.forecast().isBefore(passed.project().today(now)))
                    .map(passed -> passed.project().id())
                    .filter(project -> !done.contains(project.value()))
                    .forEach(project -> done.addAll(run(project)));
            last = found.isEmpty()
                    ? last
                    : Optional.of(found.getLast().project().id());
        } while (found.size() == page);
    }

    /** A plan that cannot be run through keeps no other waiting; it is tried again after the pause. */
    private Set<UUID> run(ProjectId project) {
        try {
            return runs.run(project, new Trace(Optional.empty(), ids.next(), Optional.empty()));
        } catch (IllegalStateException | ArithmeticException | DateTimeException failed) {
            LOG.error("project={} its plan was not run through", project, failed);
            return Set.of();
        }
    }
}
