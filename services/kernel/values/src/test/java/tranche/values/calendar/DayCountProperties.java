package tranche.values.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tranche.values.calendar.DayCount.ACT_ACT_ISDA;
import static tranche.values.calendar.DayCount.THIRTY_E_360;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tranche.values.money.Fraction;

class DayCountProperties {

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1990, 1, 1).toEpochDay(),
                        LocalDate.of(2110, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Property
    void paid_on_the_due_date_takes_no_time(@ForAll DayCount dayCount, @ForAll("days") LocalDate due) {
        assertThat(dayCount.yearFraction(due, due)).isEqualTo(Fraction.ZERO);
    }

    @Property
    void a_time_cut_in_two_is_as_long_as_its_parts(
            @ForAll DayCount dayCount,
            @ForAll("days") LocalDate start,
            @ForAll @IntRange(max = 2000) int first,
            @ForAll @IntRange(max = 2000) int second) {
        LocalDate middle = start.plusDays(first);
        LocalDate end = middle.plusDays(second);

        assertThat(dayCount.yearFraction(start, middle).plus(dayCount.yearFraction(middle, end)))
                .isEqualTo(dayCount.yearFraction(start, end));
    }

    @Property
    void a_later_end_is_never_nearer(
            @ForAll DayCount dayCount, @ForAll("days") LocalDate start, @ForAll @IntRange(max = 2000) int days) {
        // From a 31st to the 1st, months of thirty days see one day; from a 30th to the 31st, none.
        LocalDate end = start.plusDays(days);

        assertThat(dayCount.yearFraction(start, end.plusDays(1)))
                .isGreaterThanOrEqualTo(dayCount.yearFraction(start, end));
    }

    @Property
    void a_calendar_year_is_one_year(@ForAll @IntRange(min = 1990, max = 2110) int year) {
        LocalDate newYear = LocalDate.of(year, 1, 1);

        assertThat(ACT_ACT_ISDA.yearFraction(newYear, newYear.plusYears(1))).isEqualTo(Fraction.of(1, 1));
        assertThat(THIRTY_E_360.yearFraction(newYear, newYear.plusYears(1))).isEqualTo(Fraction.of(1, 1));
    }

    @Property
    void days_of_leap_years_and_of_others_are_counted_apart(
            @ForAll("days") LocalDate start, @ForAll @IntRange(max = 1500) int days) {
        LocalDate end = start.plusDays(days);
        long leap = start.datesUntil(end).filter(LocalDate::isLeapYear).count();

        assertThat(ACT_ACT_ISDA.yearFraction(start, end))
                .isEqualTo(Fraction.of(leap, 366).plus(Fraction.of(days - leap, 365)));
    }

    @Property
    void time_does_not_run_backwards(
            @ForAll DayCount dayCount, @ForAll("days") LocalDate start, @ForAll("days") LocalDate end) {
        Assume.that(end.isBefore(start));

        assertThatThrownBy(() -> dayCount.yearFraction(start, end)).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void the_end_of_february_is_not_stretched_to_a_thirtieth() {
        assertThat(THIRTY_E_360.yearFraction(LocalDate.of(2027, 2, 28), LocalDate.of(2027, 3, 31)))
                .isEqualTo(Fraction.of(32, 360));
    }
}
