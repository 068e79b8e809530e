package tranche.commitments.fund.domain;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tranche.values.calendar.WorkingDays;

/**
 * The days on which banks do not settle (domain §8.3), by computation. They are not the public holidays of a country: the
 * Federal Reserve Banks open on the Friday before a holiday that falls on a Saturday, when offices are shut.
 */
final class BankHolidays {

    /** No call is older than this. */
    private static final int FIRST_YEAR = 1990;

    /** No call is due later than this; beyond it weekends alone are left out. */
    private static final int LAST_YEAR = 2100;

    private static final int SECOND = 2;
    private static final int THIRD = 3;
    private static final int FOURTH = 4;

    /** Juneteenth is kept since then. */
    private static final int FIRST_JUNETEENTH = 2021;

    private BankHolidays() {}

    static WorkingDays federalReserve() {
        return workingDays(BankHolidays::ofFederalReserve);
    }

    static WorkingDays target() {
        return workingDays(BankHolidays::ofTarget);
    }

    private static WorkingDays workingDays(IntFunction<Stream<LocalDate>> holidays) {
        return WorkingDays.of(
                Set.of(SATURDAY, SUNDAY),
                IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                        .mapToObj(holidays)
                        .flatMap(year -> year)
                        .toList());
    }

    /** The Sunday ones are kept on Monday, the Saturday ones not moved. */
    private static Stream<LocalDate> ofFederalReserve(int year) {
        Stream<LocalDate> fixed = Stream.of(
                        LocalDate.of(year, Month.JANUARY, 1),
                        LocalDate.of(year, Month.JUNE, 19),
                        LocalDate.of(year, Month.JULY, 4),
                        LocalDate.of(year, Month.NOVEMBER, 11),
                        LocalDate.of(year, Month.DECEMBER, 25))
                .filter(day -> year >= FIRST_JUNETEENTH || day.getMonth() != Month.JUNE)
                .map(day -> day.getDayOfWeek() == SUNDAY ? day.plusDays(1) : day);
        Stream<LocalDate> moving = Stream.of(
                in(year, Month.JANUARY, THIRD, MONDAY),
                in(year, Month.FEBRUARY, THIRD, MONDAY),
                LocalDate.of(year, Month.MAY, 1).with(lastInMonth(MONDAY)),
                in(year, Month.SEPTEMBER, 1, MONDAY),
                in(year, Month.OCTOBER, SECOND, MONDAY),
                in(year, Month.NOVEMBER, FOURTH, THURSDAY));
        return Stream.concat(fixed, moving);
    }

    private static LocalDate in(int year, Month month, int place, DayOfWeek day) {
        return LocalDate.of(year, month, 1).with(dayOfWeekInMonth(place, day));
    }

    private static Stream<LocalDate> ofTarget(int year) {
        LocalDate easter = easter(year);
        return Stream.of(
                LocalDate.of(year, Month.JANUARY, 1),
                easter.minusDays(2),
                easter.plusDays(1),
                LocalDate.of(year, Month.MAY, 1),
                LocalDate.of(year, Month.DECEMBER, 25),
                LocalDate.of(year, Month.DECEMBER, 26));
    }

    /** Easter Sunday of the Gregorian calendar (J. Meeus, Astronomical Algorithms, 1991, chapter 8). */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int rest = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int toSunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        int late = (golden + 11 * epact + 22 * toSunday) / 451;
        int days = epact + toSunday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
