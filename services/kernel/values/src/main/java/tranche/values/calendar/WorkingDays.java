package tranche.values.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;

/**
 * Which days are worked: all but the days of the weekend and the holidays (rule D-32).
 *
 * <p>Each question is answered by counting and takes the time of a search among the holidays, however far the days are
 * apart, so that plans of thousands of steps are counted through in a moment.
 */
public final class WorkingDays {

    private static final int WEEK = DayOfWeek.values().length;

    /** Days from the Monday before the first day of 1970 to that day: weeks are counted from Mondays. */
    private static final int EPOCH_WEEKDAY = LocalDate.EPOCH.getDayOfWeek().ordinal();

    /** Weekdays that are worked, in order; 0 is Monday. */
    private final int[] weekdays;

    /** For each day of the week, how many of {@link #weekdays} come no later in the week. */
    private final int[] workedUpTo;

    /**
     * For each holiday that is on one of {@link #weekdays}, in order of time: how many such weekdays there are from the
     * epoch up to it.
     */
    private final long[] holidays;

    private WorkingDays(int[] weekdays, int[] workedUpTo, long[] holidays) {
        this.weekdays = weekdays;
        this.workedUpTo = workedUpTo;
        this.holidays = holidays;
    }

    /**
     * @param weekend days of the week that are never worked; not all of them
     * @param holidays in any order; those on a weekend change nothing
     */
    public static WorkingDays of(Set<DayOfWeek> weekend, Collection<LocalDate> holidays) {
        int[] weekdays = Arrays.stream(DayOfWeek.values())
                .filter(day -> !weekend.contains(day))
                .mapToInt(DayOfWeek::ordinal)
                .toArray();
        if (weekdays.length == 0) {
            throw new IllegalArgumentException("a week without a working day");
        }
        int[] workedUpTo = new int[WEEK];
        for (int day = 0, worked = 0; day < WEEK; day++) {
            if (worked < weekdays.length && weekdays[worked] == day) {
                worked++;
            }
            workedUpTo[day] = worked;
        }
        WorkingDays weeks = new WorkingDays(weekdays, workedUpTo, new long[0]);
        long[] counted = holidays.stream()
                .filter(weeks::isWorkingDay)
                .mapToLong(weeks::weekdaysUpTo)
                .sorted()
                .distinct()
                .toArray();
        return new WorkingDays(weekdays, workedUpTo, counted);
    }

    public boolean isWorkingDay(LocalDate day) {
        return countUpTo(day) > countUpTo(day.minusDays(1));
    }

    /** The next working day on or after the day. */
    public LocalDate roll(LocalDate day) {
        return working(countUpTo(day.minusDays(1)) + 1);
    }

    /**
     * @param number above zero, the working day that is so many after the day; below, so many before it; zero, as
     *     {@link #roll}
     */
    public LocalDate add(LocalDate day, int number) {
        return number > 0 ? working(countUpTo(day) + number) : working(countUpTo(day.minusDays(1)) + 1 + number);
    }

    /** Working days after the first day up to and with the second; below zero where that is the earlier one. */
    public int between(LocalDate from, LocalDate to) {
        return Math.toIntExact(countUpTo(to) - countUpTo(from));
    }

    /** Working days from the epoch up to and with the day, below zero before the epoch; comparable with each other only. */
    private long countUpTo(LocalDate day) {
        long count = weekdaysUpTo(day);
        int position = Arrays.binarySearch(holidays, count);
        return count - (position >= 0 ? position + 1 : -position - 1);
    }

    private long weekdaysUpTo(LocalDate day) {
        long days = day.toEpochDay() + EPOCH_WEEKDAY;
        return Math.floorDiv(days, WEEK) * weekdays.length + workedUpTo[Math.floorMod(days, WEEK)];
    }

    /** The working day up to which there are so many. */
    private LocalDate working(long count) {
        long weekday = count + holidaysBefore(count) - 1;
        long days = Math.floorDiv(weekday, weekdays.length) * WEEK + weekdays[Math.floorMod(weekday, weekdays.length)];
        return LocalDate.ofEpochDay(days - EPOCH_WEEKDAY);
    }

    /** A holiday comes before the working day if no more working days than that lie up to it. */
    private int holidaysBefore(long count) {
        int low = 0;
        int high = holidays.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holidays[middle] - middle <= count) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
