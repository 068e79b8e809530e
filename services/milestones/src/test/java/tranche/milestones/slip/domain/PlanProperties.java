package tranche.milestones.slip.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tranche.values.calendar.WorkingDays;

class PlanProperties {

    private static final LocalDate START = LocalDate.of(2026, 11, 23);
    private static final List<WorkingDays> CALENDARS = List.of(
            WorkingDays.of(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of(LocalDate.of(2026, 12, 25))),
            WorkingDays.of(Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), List.of(LocalDate.of(2027, 3, 9))));

    /** Plans whose links go from smaller to larger names, and so never round. */
    @Provide
    Arbitrary<List<PlanStep<Integer>>> plans() {
        return Arbitraries.randomValue(PlanProperties::plan);
    }

    private static List<PlanStep<Integer>> plan(Random random) {
        WorkingDays days = CALENDARS.get(random.nextInt(2));
        List<PlanStep<Integer>> steps = new ArrayList<>();
        for (int id = 0; id < 1 + random.nextInt(12); id++) {
            List<Link<Integer>> links = new ArrayList<>();
            for (int before = 0; before < id; before++) {
                if (random.nextInt(3) == 0) {
                    links.add(new Link<>(before, random.nextInt(12) - 3));
                }
            }
            steps.add(new PlanStep<>(
                    id,
                    days,
                    random.nextInt(60),
                    links,
                    random.nextInt(4) == 0 ? Optional.of(START.plusDays(random.nextInt(90))) : Optional.empty(),
                    Optional.empty(),
                    random.nextInt(4) == 0 ? new Progress.UnderWay(random.nextInt(40)) : new Progress.Ahead()));
        }
        return steps;
    }

    private static Map<Integer, Forecast<Integer>> forecast(List<PlanStep<Integer>> steps) {
        return switch (Plan.of(steps, Map.of())) {
            case Sequence.Ordered<Integer>(Plan<Integer> plan) -> plan.forecast(START, START);
            case Sequence.Circle<Integer> circle -> throw new AssertionError(circle);
        };
    }

    private static Forecast<Integer> of(Map<Integer, Forecast<Integer>> forecasts, Integer id) {
        return Objects.requireNonNull(forecasts.get(id));
    }

    private static LocalDate end(Map<Integer, Forecast<Integer>> forecasts) {
        return forecasts.values().stream()
                .map(Forecast::finish)
                .max(Comparable::compareTo)
                .orElseThrow();
    }

    private static PlanStep<Integer> longer(PlanStep<Integer> step, int days) {
        return new PlanStep<>(
                step.id(),
                step.days(),
                step.durationDays() + days,
                step.predecessors(),
                step.notBefore(),
                step.stated(),
                step.progress() instanceof Progress.UnderWay(int remaining)
                        ? new Progress.UnderWay(remaining + days)
                        : step.progress());
    }

    private static List<PlanStep<Integer>> with(List<PlanStep<Integer>> steps, PlanStep<Integer> changed) {
        return steps.stream()
                .map(step -> step.id().equals(changed.id()) ? changed : step)
                .toList();
    }

    @Property
    void a_step_does_not_start_before_its_predecessors_allow_it(@ForAll("plans") List<PlanStep<Integer>> steps) {
        Map<Integer, Forecast<Integer>> forecasts = forecast(steps);

        for (PlanStep<Integer> step : steps) {
            for (Link<Integer> link : step.predecessors()) {
                assertThat(of(forecasts, step.id()).start())
                        .isAfterOrEqualTo(step.days()
                                .add(of(forecasts, link.predecessor()).finish(), link.lagDays()));
            }
        }
    }

    @Property
    void the_order_in_which_steps_are_given_changes_nothing(
            @ForAll("plans") List<PlanStep<Integer>> steps, @ForAll Random random) {
        List<PlanStep<Integer>> shuffled = new ArrayList<>(steps);
        Collections.shuffle(shuffled, random);

        assertThat(forecast(shuffled)).isEqualTo(forecast(steps));
    }

    @Property
    void a_step_that_takes_longer_makes_nothing_earlier(
            @ForAll("plans") List<PlanStep<Integer>> steps, @ForAll @IntRange(max = 30) int days) {
        Map<Integer, Forecast<Integer>> before = forecast(steps);
        Map<Integer, Forecast<Integer>> after = forecast(with(steps, longer(steps.getFirst(), days)));

        before.forEach((id, forecast) -> assertThat(of(after, id).finish()).isAfterOrEqualTo(forecast.finish()));
    }

    @Property
    void a_step_may_take_longer_by_its_float_and_the_plan_ends_on_the_same_day(
            @ForAll("plans") List<PlanStep<Integer>> steps) {
        Map<Integer, Forecast<Integer>> before = forecast(steps);
        LocalDate end = end(before);

        for (PlanStep<Integer> step : steps) {
            int room = of(before, step.id()).room().orElseThrow().totalFloatDays();
            assertThat(room).isNotNegative();
            assertThat(end(forecast(with(steps, longer(step, room))))).isEqualTo(end);
        }
    }

    @Property
    void a_statement_counts_only_where_it_is_later_than_the_plan(
            @ForAll("plans") List<PlanStep<Integer>> steps, @ForAll @IntRange(min = -50, max = 50) int days) {
        PlanStep<Integer> first = steps.getFirst();
        LocalDate planned = of(forecast(steps), first.id()).finish();
        LocalDate stated = planned.plusDays(days);
        PlanStep<Integer> told = new PlanStep<>(
                first.id(),
                first.days(),
                first.durationDays(),
                first.predecessors(),
                first.notBefore(),
                Optional.of(stated),
                first.progress());

        assertThat(of(forecast(with(steps, told)), first.id()).finish())
                .isEqualTo(stated.isAfter(planned) ? stated : planned);
    }

    @Property
    void what_is_achieved_is_a_fact_and_never_critical(
            @ForAll("plans") List<PlanStep<Integer>> steps, @ForAll @IntRange(max = 200) int days) {
        PlanStep<Integer> last = steps.getLast();
        LocalDate on = START.minusDays(100).plusDays(days);
        PlanStep<Integer> achieved = new PlanStep<>(
                last.id(),
                last.days(),
                last.durationDays(),
                last.predecessors(),
                last.notBefore(),
                last.stated(),
                new Progress.Achieved(on));
        Forecast<Integer> forecast = of(forecast(with(steps, achieved)), last.id());

        assertThat(forecast.finish()).isEqualTo(on);
        assertThat(forecast.isCritical()).isFalse();
        assertThat(forecast.driver()).isEmpty();
    }

    @Property
    void a_link_back_to_what_follows_makes_a_circle_that_is_named(@ForAll("plans") List<PlanStep<Integer>> steps) {
        PlanStep<Integer> last = steps.getLast();
        PlanStep<Integer> first = steps.getFirst();
        PlanStep<Integer> after = following(first, last.id());
        List<PlanStep<Integer>> chained = with(with(steps, after), following(last, first.id()));

        Sequence<Integer> sequence = Plan.of(chained, Map.of());

        Map<Integer, List<Integer>> predecessors = new HashMap<>();
        chained.forEach(step -> predecessors.put(
                step.id(), step.predecessors().stream().map(Link::predecessor).toList()));
        assertThat(sequence).isInstanceOf(Sequence.Circle.class);
        List<Integer> members = ((Sequence.Circle<Integer>) sequence).members();
        assertThat(members).isNotEmpty().doesNotHaveDuplicates();
        for (int i = 0; i < members.size(); i++) {
            Integer next = members.get((i + 1) % members.size());
            assertThat(predecessors.get(next))
                    .as("what " + next + " follows, in the circle " + members)
                    .contains(members.get(i));
        }
    }

    private static PlanStep<Integer> following(PlanStep<Integer> step, Integer predecessor) {
        List<Link<Integer>> links = new ArrayList<>(step.predecessors());
        links.add(new Link<>(predecessor, 0));
        return new PlanStep<>(
                step.id(), step.days(), step.durationDays(), links, step.notBefore(), step.stated(), step.progress());
    }

    @Example
    void two_steps_of_one_name_are_no_plan() {
        PlanStep<Integer> one = plan(new Random(1)).getFirst();

        assertThatThrownBy(() -> Plan.of(List.of(one, one), Map.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
