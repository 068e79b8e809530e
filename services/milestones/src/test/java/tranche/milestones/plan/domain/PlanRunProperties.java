package tranche.milestones.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.milestones.plan.domain.Plans.FAB;
import static tranche.milestones.plan.domain.Plans.GRID;
import static tranche.milestones.plan.domain.Plans.MONDAY;
import static tranche.milestones.plan.domain.Plans.NOW;
import static tranche.milestones.plan.domain.Plans.WEEKS;
import static tranche.milestones.plan.domain.Plans.achieved;
import static tranche.milestones.plan.domain.Plans.after;
import static tranche.milestones.plan.domain.Plans.begun;
import static tranche.milestones.plan.domain.Plans.id;
import static tranche.milestones.plan.domain.Plans.m;
import static tranche.milestones.plan.domain.Plans.milestone;
import static tranche.milestones.plan.domain.Plans.project;
import static tranche.milestones.plan.domain.Plans.stated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.slip.domain.Forecast;
import tranche.milestones.slip.domain.Link;
import tranche.milestones.slip.domain.Plan;
import tranche.milestones.slip.domain.PlanStep;
import tranche.milestones.slip.domain.Sequence;

class PlanRunProperties {

    private static final List<Calendared> PROJECTS =
            List.of(project(FAB, MONDAY.minusDays(40)), project(GRID, MONDAY.plusDays(9)));
    private static final List<Cause> CAUSES = List.of(new Cause(id(70), FAB, Optional.empty()));

    @Provide
    Arbitrary<List<Milestone>> inOneProject() {
        return Arbitraries.randomValue(random -> plan(random, List.of(FAB)));
    }

    @Provide
    Arbitrary<List<Milestone>> acrossProjects() {
        return Arbitraries.randomValue(random -> plan(random, List.of(FAB, GRID)));
    }

    /** Links go from smaller to larger numbers, and so never round; forecasts are whatever they were before. */
    private static List<Milestone> plan(Random random, List<ProjectId> projects) {
        List<Milestone> milestones = new ArrayList<>();
        for (int number = 0; number < 1 + random.nextInt(12); number++) {
            List<Link<MilestoneId>> links = new ArrayList<>();
            for (int before = 0; before < number; before++) {
                if (random.nextInt(3) == 0) {
                    links.add(new Link<>(m(before), random.nextInt(12) - 3));
                }
            }
            Milestone planned = milestone(
                    number,
                    projects.get(random.nextInt(projects.size())),
                    random.nextInt(40),
                    MONDAY.plusDays(random.nextInt(90)),
                    links);
            milestones.add(
                    switch (random.nextInt(6)) {
                        case 0 -> stated(planned, MONDAY.plusDays(random.nextInt(120)));
                        case 1 -> begun(planned, MONDAY.minusDays(random.nextInt(30)));
                        case 2 -> achieved(planned, MONDAY.minusDays(random.nextInt(30)));
                        default -> planned;
                    });
        }
        Collections.shuffle(milestones, random);
        return milestones;
    }

    @Property
    void a_second_run_tells_nothing(@ForAll("acrossProjects") List<Milestone> milestones) {
        PlanRun first = PlanRun.of(PROJECTS, milestones, CAUSES, NOW);
        PlanRun second = PlanRun.of(PROJECTS, after(first, PROJECTS, milestones), CAUSES, NOW);

        assertThat(second.told()).isEmpty();
        assertThat(second.positions()).isEqualTo(first.positions());
    }

    @Property
    void every_milestone_is_forecast_as_its_plan_says(@ForAll("inOneProject") List<Milestone> milestones) {
        PlanRun run = PlanRun.of(PROJECTS, milestones, CAUSES, NOW);
        Map<MilestoneId, Forecast<MilestoneId>> plan = planned(milestones);

        assertThat(run.positions()).hasSameSizeAs(milestones);
        for (Milestone milestone : after(run, PROJECTS, milestones)) {
            assertThat(milestone.outlook().date())
                    .isEqualTo(of(plan, milestone.id()).finish());
        }
        for (Position position : run.positions()) {
            Forecast<MilestoneId> forecast = of(plan, position.milestone());
            assertThat(position.earlyStart()).isEqualTo(forecast.start());
            assertThat(position.earlyFinish()).isEqualTo(forecast.finish());
            assertThat(position.room()).isEqualTo(forecast.room());
            assertThat(position.critical()).isEqualTo(forecast.isCritical());
        }
    }

    @Property
    void nothing_in_another_project_starts_before_what_it_follows(
            @ForAll("acrossProjects") List<Milestone> milestones) {
        PlanRun run = PlanRun.of(PROJECTS, milestones, CAUSES, NOW);

        for (Milestone milestone : milestones) {
            for (Link<MilestoneId> link : milestone.work().predecessors()) {
                LocalDate free = WEEKS.add(position(run, link.predecessor()).earlyFinish(), link.lagDays());
                if (!milestone.isVerified()) {
                    assertThat(position(run, milestone.id()).earlyStart()).isAfterOrEqualTo(free);
                }
            }
        }
    }

    private static Map<MilestoneId, Forecast<MilestoneId>> planned(List<Milestone> milestones) {
        List<PlanStep<MilestoneId>> steps =
                milestones.stream().map(one -> one.step(WEEKS, MONDAY)).toList();
        return switch (Plan.of(steps, Map.of())) {
            case Sequence.Ordered<MilestoneId>(var plan) ->
                plan.forecast(PROJECTS.getFirst().project().start(), MONDAY);
            case Sequence.Circle<MilestoneId> circle -> throw new AssertionError(circle);
        };
    }

    private static Forecast<MilestoneId> of(Map<MilestoneId, Forecast<MilestoneId>> plan, MilestoneId id) {
        return Objects.requireNonNull(plan.get(id));
    }

    private static Position position(PlanRun run, MilestoneId id) {
        return run.positions().stream()
                .filter(position -> position.milestone().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
