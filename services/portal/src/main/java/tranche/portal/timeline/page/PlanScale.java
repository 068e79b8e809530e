package tranche.portal.timeline.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tranche.portal.words.page.Words;

/**
 * Where a day stands on the chart of a plan, from left to right. To the right of the last day there is room for what is
 * said of it.
 *
 * @param first the day at the left edge
 * @param days from there to the right edge
 */
public record PlanScale(LocalDate first, long days) {

    private static final int LEAST_DAYS = 60;

    /** As many as an axis carries on a phone. */
    private static final int MOST_MARKS = 6;

    /** In percent of the width. */
    private static final long ROOM_ENDS = 55;

    private static final long DAYS_OF_QUARTERS = 540;

    /** A line of the axis. */
    public record Tick(String x, String name) {}

    static PlanScale of(LocalDate earliest, LocalDate latest) {
        long span = Math.max(ChronoUnit.DAYS.between(earliest, latest), LEAST_DAYS);
        long before = Math.max(span / 50, 1);
        return new PlanScale(earliest.minusDays(before), before + span + span * 2 / 7);
    }

    /** The place of a day in the width. */
    String x(LocalDate day) {
        return percent(ChronoUnit.DAYS.between(first, day));
    }

    /** The width of a bar, never so thin that it is not seen. */
    String width(LocalDate from, LocalDate to) {
        return percent(Math.max(ChronoUnit.DAYS.between(from, to), Math.max(days / 120, 1)));
    }

    /** The place of a day that is on the chart. */
    Optional<String> within(LocalDate day) {
        boolean on = !day.isBefore(first) && day.isBefore(first.plusDays(days));
        return on ? Optional.of(x(day)) : Optional.empty();
    }

    /** Whether a day stands so far to the right that a phone has no room for words behind it. */
    boolean isFarRight(LocalDate day) {
        return ChronoUnit.DAYS.between(first, day) * 100 > days * ROOM_ENDS;
    }

    /** Whether there is more room before one day than behind another. */
    boolean hasMoreBefore(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(first, from) > days - ChronoUnit.DAYS.between(first, to);
    }

    private String percent(long part) {
        return new BigDecimal(part * 100)
                        .divide(new BigDecimal(days), 2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    /** Quarters where little time is shown, otherwise years. */
    List<Tick> ticks(Words words) {
        boolean quarters = days <= DAYS_OF_QUARTERS;
        LocalDate day = quarters
                ? first.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3)
                : first.withDayOfYear(1).plusYears(1);
        long step = quarters ? 3 : 12 * Math.max(1, (days / 365 + MOST_MARKS - 1) / MOST_MARKS);
        List<Tick> ticks = new ArrayList<>();
        for (; day.isBefore(first.plusDays(days)); day = day.plusMonths(step)) {
            ticks.add(new Tick(x(day), quarters ? words.dates().quarter(day) : String.valueOf(day.getYear())));
        }
        return ticks;
    }
}
