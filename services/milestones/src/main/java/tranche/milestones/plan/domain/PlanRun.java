package tranche.milestones.plan.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import tranche.milestones.milestone.domain.Lateness;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneCommand.Reforecast;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.slip.domain.Forecast;
import tranche.milestones.slip.domain.Plan;
import tranche.milestones.slip.domain.PlanStep;
import tranche.milestones.slip.domain.Sequence;
import tranche.values.actor.Actor;

/**
 * One run through the plan (rules D-33 and D-35): forward for the forecasts, back for the room that each milestone has.
 * Projects whose milestones follow each other are one plan, which ends where the last of them does.
 *
 * @param positions of all milestones that are in the plan
 * @param told those of which the forecast is another than before, each after what it follows; none where nothing changed
 */
public record PlanRun(List<Position> positions, List<Told> told) {

    public PlanRun {
        positions = List.copyOf(positions);
        told = List.copyOf(told);
    }

    /**
     * Runs through the plans of projects.
     *
     * @param projects whole plans: with each project all that it hangs together with
     * @param milestones of these projects, as far as they are in the plan; one that follows what is not among them does not
     *     wait for it
     * @param causes what the run is about, in order
     */
    public static PlanRun of(
            Collection<Calendared> projects, Collection<Milestone> milestones, List<Cause> causes, Instant now) {
        List<Position> positions = new ArrayList<>();
        List<Told> told = new ArrayList<>();
        Map<ProjectId, Calendared> calendared =
                projects.stream().collect(Collectors.toMap(one -> one.project().id(), one -> one));
        for (List<Milestone> together : Together.in(milestones)) {
            var run = new OneRun(calendared, together, causes, now);
            positions.addAll(run.positions());
            told.addAll(run.told());
        }
        return new PlanRun(positions, told);
    }

    /** The run through milestones of projects that hang together. */
    private static final class OneRun {

        private final Map<ProjectId, Calendared> projects;
        private final Map<MilestoneId, Milestone> milestones;
        private final Instant now;
        private final SequencedMap<MilestoneId, Forecast<MilestoneId>> forecasts;
        private final Reasons reasons;

        OneRun(Map<ProjectId, Calendared> projects, List<Milestone> together, List<Cause> causes, Instant now) {
            this.projects = projects;
            this.milestones = together.stream().collect(Collectors.toMap(Milestone::id, one -> one));
            this.now = now;
            this.forecasts = forecasts(together.stream().map(this::step).toList());
            this.reasons = new Reasons(milestones, forecasts, causes);
        }

        /** Each project has a first day of its own, which each of its steps carries: the plan as such has none. */
        private static SequencedMap<MilestoneId, Forecast<MilestoneId>> forecasts(List<PlanStep<MilestoneId>> steps) {
            return switch (Plan.of(steps, Map.of())) {
                case Sequence.Ordered<MilestoneId>(var plan) -> plan.forecast(LocalDate.MIN, LocalDate.MIN);
                case Sequence.Circle<MilestoneId>(var members) ->
                    throw new IllegalStateException("D-33: milestones wait for each other: " + members);
            };
        }

        private PlanStep<MilestoneId> step(Milestone milestone) {
            Calendared project = project(milestone);
            LocalDate first = project.earliest(now);
            PlanStep<MilestoneId> step =
                    milestone.step(project.days(), project.project().today(now));
            return new PlanStep<>(
                    step.id(),
                    step.days(),
                    step.durationDays(),
                    step.predecessors(),
                    step.notBefore().filter(first::isBefore).or(() -> Optional.of(first)),
                    step.stated(),
                    step.progress());
        }

        List<Position> positions() {
            List<Position> positions = new ArrayList<>(forecasts.size());
            forecasts.forEach((id, forecast) -> {
                Milestone milestone = milestone(id);
                positions.add(new Position(
                        id,
                        milestone.project(),
                        project(milestone).calendar(),
                        milestone.work().durationDays(),
                        forecast.start(),
                        forecast.finish(),
                        forecast.room(),
                        forecast.isCritical(),
                        Reasons.predecessor(forecast)));
            });
            return positions;
        }

        List<Told> told() {
            List<Told> told = new ArrayList<>();
            forecasts.forEach((id, forecast) -> {
                Milestone milestone = milestone(id);
                if (isAnother(milestone, forecast) && !milestone.state().isTerminal()) {
                    told.add(new Told(
                            milestone.project(),
                            new Reforecast(
                                    id,
                                    forecast.planned(),
                                    project(milestone).project().today(now),
                                    reasons.causes(id),
                                    reasons.chain(id),
                                    Actor.SYSTEM)));
                }
            });
            return told;
        }

        /** By another calendar a milestone is late otherwise though its own day stays. */
        private boolean isAnother(Milestone milestone, Forecast<MilestoneId> forecast) {
            Lateness lateness = Lateness.of(
                    milestone.baseline(), forecast.finish(), project(milestone).days());
            return !forecast.finish().equals(milestone.outlook().date())
                    || !forecast.planned().equals(milestone.outlook().planned())
                    || !lateness.equals(milestone.lateness());
        }

        private Milestone milestone(MilestoneId id) {
            return Objects.requireNonNull(milestones.get(id));
        }

        private Calendared project(Milestone milestone) {
            return Objects.requireNonNull(projects.get(milestone.project()));
        }
    }
}
