package tranche.milestones.plan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tranche.flow.Flow;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Renderer;
import tranche.flow.writer.Submission;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Transaction;
import tranche.flow.writer.Writers;
import tranche.milestones.milestone.MilestoneCommands;
import tranche.milestones.milestone.domain.MilestoneCommand;
import tranche.milestones.milestone.domain.MilestoneEvent;
import tranche.milestones.milestone.domain.Site;
import tranche.milestones.plan.domain.Calendared;
import tranche.milestones.plan.domain.Cause;
import tranche.milestones.plan.domain.PlanRun;
import tranche.milestones.plan.domain.Told;
import tranche.milestones.plan.store.PlanRows;
import tranche.milestones.project.domain.Project;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.project.store.ProjectRows;
import tranche.values.actor.Actor;
import tranche.world.region.Calendars;

/**
 * Runs through plans, tells each milestone whose forecast became another, and keeps where all of them stand.
 *
 * <p>A run goes through whole plans: projects that hang together are locked together. A link that ties in another project
 * while they are being locked brings an event of its own, and with it the next run; should this one have something to tell
 * there already, it fails for want of the lock and is made again.
 */
@Singleton
public final class PlanRuns {

    /** Milestones that are told with one statement for each table, as in a commit of the writer: no statement is long. */
    private static final int MOST_AT_ONCE = 1_000;

    private final MilestoneCommands milestones;
    private final Calendars calendars;
    private final Writers writers;

    PlanRuns(MilestoneCommands milestones, Calendars calendars, Flow flow) {
        this.milestones = milestones;
        this.calendars = calendars;
        this.writers = flow.writers();
    }

    /** What is to be locked before a run through the plans of projects. */
    public Set<UUID> keys(Connection connection, Set<ProjectId> projects) throws SQLException {
        return projects.isEmpty()
                ? Set.of()
                : PlanRows.together(connection, projects).stream()
                        .map(ProjectId::value)
                        .collect(Collectors.toSet());
    }

    /**
     * Runs through the plans of projects.
     *
     * @param causes what the run is about, in order
     * @param traces how what is told fits into what caused it
     */
    public void run(Transaction transaction, Set<ProjectId> concerned, List<Cause> causes, Function<Told, Trace> traces)
            throws SQLException {
        Connection connection = transaction.connection();
        Instant now = transaction.now();
        Collection<Project> projects = ProjectRows.load(connection, PlanRows.together(connection, concerned))
                .values();
        List<Calendared> calendared = projects.stream().map(this::calendared).toList();
        Map<ProjectId, LocalDate> dates =
                projects.stream().collect(Collectors.toMap(Project::id, project -> project.today(now)));
        PlanRun run = PlanRun.of(calendared, PlanRows.milestones(connection, dates.keySet()), causes, now);
        tell(transaction, run.told(), traces);
        PlanRows.save(connection, dates, run.positions());
    }

    /**
     * Runs through the plan of a project because a day has passed, in a transaction of its own.
     *
     * @return the keys of all projects that the run went through
     */
    public Set<UUID> run(ProjectId project, Trace trace) {
        return writers.together(transaction -> {
            Set<UUID> keys = keys(transaction.connection(), Set.of(project));
            transaction.lock(keys, Set.of());
            run(transaction, Set.of(project), List.of(), _ -> trace);
            return keys;
        });
    }

    private Calendared calendared(Project project) {
        var country = project.content().country();
        String region = project.content().region();
        return new Calendared(project, calendars.nameOf(country, region), calendars.of(country, region));
    }

    private void tell(Transaction transaction, List<Told> told, Function<Told, Trace> traces) throws SQLException {
        for (int from = 0; from < told.size(); from += MOST_AT_ONCE) {
            List<Submission<Site, MilestoneCommand, MilestoneEvent>> submissions =
                    told.subList(from, Math.min(told.size(), from + MOST_AT_ONCE)).stream()
                            .map(one -> submission(one, traces.apply(one)))
                            .toList();
            for (Outcome outcome : transaction.submit(milestones, submissions)) {
                if (!(outcome instanceof Outcome.Done)) {
                    throw new IllegalStateException("D-35: a milestone was not told its forecast: " + outcome);
                }
            }
        }
    }

    private static Submission<Site, MilestoneCommand, MilestoneEvent> submission(Told told, Trace trace) {
        return new Submission<>(
                told.project().value(),
                Set.of(),
                told.reforecast(),
                Actor.SYSTEM,
                Optional.empty(),
                trace,
                Renderer.nothing());
    }
}
