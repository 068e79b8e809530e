package tranche.notifications.preference.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** How often a recipient wants to hear of what can wait (rule N-5). */
public enum Digest {
    /** At once. */
    NONE,
    /** On the hour. */
    HOURLY,
    /** Each morning. */
    DAILY,
    /** On Monday morning. */
    WEEKLY;

    /** The recipient's morning. */
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /**
     * When something that is due is told: the first such moment that is not before it.
     *
     * @param zone of the recipient
     */
    public Instant at(Instant due, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(due, zone);
        return switch (this) {
            case NONE -> due;
            case HOURLY -> {
                Instant hour = due.truncatedTo(ChronoUnit.HOURS);
                yield hour.equals(due) ? due : hour.plus(1, ChronoUnit.HOURS);
            }
            case DAILY -> {
                Instant morning = morning(today, zone);
                yield morning.isBefore(due) ? morning(today.plusDays(1), zone) : morning;
            }
            case WEEKLY -> {
                Instant monday = morning(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)), zone);
                yield monday.isBefore(due)
                        ? morning(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)), zone)
                        : monday;
            }
        };
    }

    private static Instant morning(LocalDate day, ZoneId zone) {
        return WallTime.instant(day, MORNING, zone);
    }
}
