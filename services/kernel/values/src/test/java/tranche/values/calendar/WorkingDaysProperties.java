package tranche.values.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WorkingDaysProperties {

    /** As somebody with a wall calendar would find it: day after day. */
    record Wall(Set<DayOfWeek> weekend, Set<LocalDate> holidays) {

        WorkingDays days() {
            return WorkingDays.of(weekend, holidays);
        }

        boolean worked(LocalDate day) {
            return !weekend.contains(day.getDayOfWeek()) && !holidays.contains(day);
        }

        LocalDate step(LocalDate day, int direction) {
            LocalDate next = day.plusDays(direction);
            while (!worked(next)) {
                next = next.plusDays(direction);
            }
            return next;
        }
    }

    /** From before the epoch to after it, so that counting crosses zero. */
    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(-900, 900).map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<Wall> walls() {
        Arbitrary<Set<DayOfWeek>> weekends =
                Arbitraries.of(DayOfWeek.class).set().ofMaxSize(6);
        return Combinators.combine(weekends, days().set().ofMaxSize(120)).as(Wall::new);
    }

    @Property
    void the_next_and_the_former_working_days_are_those_of_a_wall_calendar(
            @ForAll("walls") Wall wall, @ForAll("days") LocalDate day, @ForAll @IntRange(max = 60) int number) {
        LocalDate after = day;
        LocalDate before = day;
        for (int i = 0; i < number; i++) {
            after = wall.step(after, 1);
            before = wall.step(before, -1);
        }

        assertThat(wall.days().add(day, number)).isEqualTo(number > 0 || wall.worked(day) ? after : wall.step(day, 1));
        assertThat(wall.days().add(day, -number))
                .isEqualTo(number > 0 || wall.worked(day) ? before : wall.step(day, 1));
    }

    @Property
    void a_day_is_worked_or_rolled_to_the_next_that_is(@ForAll("walls") Wall wall, @ForAll("days") LocalDate day) {
        assertThat(wall.days().isWorkingDay(day)).isEqualTo(wall.worked(day));
        assertThat(wall.days().roll(day)).isEqualTo(wall.worked(day) ? day : wall.step(day, 1));
    }

    @Property
    void days_between_are_counted_after_the_first_up_to_the_last(
            @ForAll("walls") Wall wall, @ForAll("days") LocalDate from, @ForAll("days") LocalDate to) {
        LocalDate first = from.isBefore(to) ? from : to;
        LocalDate last = from.isBefore(to) ? to : from;
        long worked = first.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(wall::worked)
                .count();

        assertThat(wall.days().between(first, last)).isEqualTo(worked);
        assertThat(wall.days().between(last, first)).isEqualTo(-worked);
    }
}
