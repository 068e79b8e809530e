package tranche.milestones.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tranche.milestones.plan.domain.Plans.FAB;
import static tranche.milestones.plan.domain.Plans.GRID;
import static tranche.milestones.plan.domain.Plans.MONDAY;
import static tranche.milestones.plan.domain.Plans.NOW;
import static tranche.milestones.plan.domain.Plans.achieved;
import static tranche.milestones.plan.domain.Plans.after;
import static tranche.milestones.plan.domain.Plans.id;
import static tranche.milestones.plan.domain.Plans.m;
import static tranche.milestones.plan.domain.Plans.milestone;
import static tranche.milestones.plan.domain.Plans.project;
import static tranche.milestones.plan.domain.Plans.stated;
import static tranche.milestones.plan.domain.Plans.taking;
import static tranche.milestones.plan.domain.Plans.the;
import static tranche.milestones.plan.domain.Plans.told;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.milestones.milestone.domain.Driving;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneCommand.Reforecast;
import tranche.milestones.milestone.domain.MilestoneEvent.Why;

class PlanRunTest {

    private static final List<Calendared> BOTH = List.of(project(FAB, MONDAY), project(GRID, MONDAY));
    private static final LocalDate WEEK_LATER = MONDAY.plusWeeks(1);
    private static final LocalDate TWO_WEEKS_LATER = MONDAY.plusWeeks(2);

    private static PlanRun run(Milestone... milestones) {
        return run(NOW, List.of(), milestones);
    }

    private static PlanRun run(Instant now, List<Cause> causes, Milestone... milestones) {
        return PlanRun.of(BOTH, List.of(milestones), causes, now);
    }

    private static Cause about(long event, long milestone) {
        return new Cause(id(event), FAB, Optional.of(m(milestone)));
    }

    private static Reforecast to(PlanRun run, long milestone) {
        return run.told().stream()
                .map(Told::reforecast)
                .filter(reforecast -> reforecast.id().equals(m(milestone)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("D-35: tells nobody anything where all is forecast as it was")
    void tells_nothing_where_nothing_moves() {
        PlanRun run = run(milestone(1, FAB, 5, WEEK_LATER), milestone(2, FAB, 5, TWO_WEEKS_LATER, after(1)));

        assertThat(run.told()).isEmpty();
        assertThat(the(run, 2).earlyFinish()).isEqualTo(TWO_WEEKS_LATER);
        assertThat(the(run, 2).driver()).contains(m(1));
    }

    @Test
    @DisplayName("D-35: tells what follows a milestone that moved, each after what it follows, and why")
    void tells_what_follows() {
        Milestone first = stated(milestone(1, FAB, 5, WEEK_LATER), WEEK_LATER.plusDays(2));
        PlanRun run = run(
                NOW,
                List.of(about(70, 1)),
                milestone(3, FAB, 5, MONDAY.plusWeeks(3), after(2)),
                milestone(2, FAB, 5, TWO_WEEKS_LATER, after(1)),
                first);

        assertThat(told(run)).containsExactly(m(2), m(3));
        assertThat(to(run, 3).planned()).isEqualTo(MONDAY.plusWeeks(3).plusDays(2));
        assertThat(to(run, 3).chain()).containsExactly(new Driving(m(2), 2), new Driving(m(1), 2));
        assertThat(to(run, 3).causes()).containsExactly(id(70));
        assertThat(to(run, 3).asOf()).isEqualTo(MONDAY);
    }

    @Test
    @DisplayName("D-35: names the events that reached a milestone along its links, and those of its project")
    void names_the_causes_that_reach() {
        Milestone first = taking(milestone(1, FAB, 5, WEEK_LATER), 10);
        Milestone other = taking(milestone(2, FAB, 5, WEEK_LATER), 6);
        List<Cause> causes =
                List.of(about(70, 2), about(71, 1), new Cause(id(72), FAB, Optional.empty()), about(73, 1));

        PlanRun run = run(NOW, causes, first, other, milestone(3, FAB, 5, TWO_WEEKS_LATER, after(1)));

        assertThat(to(run, 3).causes()).containsExactly(id(71), id(72), id(73));
        assertThat(to(run, 2).causes()).containsExactly(id(70), id(72));
    }

    @Test
    @DisplayName(
            "D-35: what followed a milestone that has left the plan is moved by that, and by nothing else of the batch")
    void names_what_left_the_plan() {
        List<Cause> causes = List.of(about(70, 9), about(71, 2), new Cause(id(72), GRID, Optional.empty()));

        PlanRun run =
                run(NOW, causes, milestone(1, FAB, 5, TWO_WEEKS_LATER, after(9)), milestone(2, FAB, 5, WEEK_LATER));

        assertThat(told(run)).containsExactly(m(1));
        assertThat(to(run, 1).causes()).containsExactly(id(70));
    }

    @Test
    @DisplayName("D-35: the causes are those of the projects that hang together")
    void names_no_cause_of_another_plan() {
        List<Cause> causes = List.of(new Cause(id(70), GRID, Optional.empty()), about(71, 2));

        PlanRun run = run(
                NOW.plus(Duration.ofDays(1)),
                causes,
                milestone(1, FAB, 5, WEEK_LATER),
                milestone(2, FAB, 5, WEEK_LATER.plusDays(1)),
                milestone(3, GRID, 5, WEEK_LATER));

        assertThat(to(run, 1).causes()).containsExactly(id(71));
        assertThat(to(run, 3).causes()).containsExactly(id(70));
    }

    @Test
    @DisplayName("D-33: a day that has passed moves what has not begun; the run names what it is about")
    void a_day_that_passes_moves_what_has_not_begun() {
        PlanRun run = run(
                NOW.plus(Duration.ofDays(1)),
                List.of(about(70, 2)),
                milestone(1, FAB, 5, WEEK_LATER),
                milestone(2, FAB, 30, MONDAY.plusWeeks(6).plusDays(1)));

        assertThat(told(run)).containsExactly(m(1));
        assertThat(to(run, 1).planned()).isEqualTo(WEEK_LATER.plusDays(1));
        assertThat(to(run, 1).causes()).containsExactly(id(70));
        assertThat(to(run, 1).chain()).isEmpty();
    }

    @Test
    @DisplayName("D-33: nothing of a project starts before the project does")
    void nothing_starts_before_its_project() {
        PlanRun run = PlanRun.of(
                List.of(project(FAB, WEEK_LATER), project(GRID, MONDAY)),
                List.of(milestone(1, FAB, 5, TWO_WEEKS_LATER), milestone(2, GRID, 5, WEEK_LATER)),
                List.of(),
                NOW);

        assertThat(run.told()).isEmpty();
        assertThat(the(run, 1).earlyStart()).isEqualTo(WEEK_LATER);
        assertThat(the(run, 2).earlyStart()).isEqualTo(MONDAY);
    }

    @Test
    @DisplayName("D-33: the room of a milestone ends where what follows it in another project would be late")
    void projects_that_hang_together_are_one_plan() {
        PlanRun run = run(
                milestone(1, GRID, 5, WEEK_LATER),
                milestone(2, GRID, 20, MONDAY.plusWeeks(4)),
                milestone(3, FAB, 25, MONDAY.plusWeeks(6), after(1)));

        assertThat(the(run, 1).critical()).isTrue();
        assertThat(the(run, 3).critical()).isTrue();
        assertThat(the(run, 3).driver()).contains(m(1));
        assertThat(the(run, 2).room().orElseThrow().totalFloatDays()).isEqualTo(10);
    }

    @Test
    @DisplayName("D-33: projects that do not hang together end each by itself")
    void projects_apart_end_each_by_itself() {
        PlanRun run = run(milestone(1, GRID, 5, WEEK_LATER), milestone(2, FAB, 30, MONDAY.plusWeeks(6)));

        assertThat(run.positions()).allMatch(Position::critical);
    }

    @Test
    @DisplayName("D-33: what is achieved is a fact: it is told nothing, has no room and is not critical")
    void achieved_is_a_fact() {
        Milestone late = achieved(milestone(1, FAB, 5, MONDAY.minusDays(30)), MONDAY.minusDays(3));

        PlanRun run = run(late, milestone(2, FAB, 5, WEEK_LATER, after(1)));

        assertThat(run.told()).isEmpty();
        assertThat(the(run, 1).earlyFinish()).isEqualTo(MONDAY.minusDays(3));
        assertThat(the(run, 1).room()).isEmpty();
        assertThat(the(run, 1).critical()).isFalse();
    }

    @Test
    void a_predecessor_that_is_in_no_plan_holds_nothing_up() {
        PlanRun run = run(milestone(2, FAB, 5, WEEK_LATER, after(99)));

        assertThat(run.told()).isEmpty();
        assertThat(the(run, 2).driver()).isEmpty();
    }

    @Test
    void tells_the_nearest_of_a_long_chain() {
        List<Milestone> line = new ArrayList<>();
        line.add(taking(milestone(1, FAB, 1, MONDAY), 3));
        for (int number = 2; number <= Why.MOST_DRIVERS + 5; number++) {
            line.add(milestone(number, FAB, 0, MONDAY, after(number - 1L)));
        }

        Reforecast last = to(PlanRun.of(BOTH, line, List.of(about(70, 1)), NOW), Why.MOST_DRIVERS + 5);

        assertThat(last.chain()).hasSize(Why.MOST_DRIVERS);
        assertThat(last.chain().getFirst().milestone()).isEqualTo(m(Why.MOST_DRIVERS + 4));
    }

    @Test
    void a_circle_is_our_defect_for_none_is_ever_taken_in() {
        assertThatThrownBy(() -> run(milestone(1, FAB, 1, MONDAY, after(2)), milestone(2, FAB, 1, MONDAY, after(1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("D-33");
    }
}
