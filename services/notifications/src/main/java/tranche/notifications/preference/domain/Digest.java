package tranche.notifications.preference.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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

    /** Of {@code 2026-W48}. */
    private static final int WEEK_LENGTH = 8;

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

    /**
     * Which one of its kind is told at a moment that {@link #at} has given, or at the end of quiet hours after it: an hour of the world's time, a day or a week of the
     * recipient. A clock that shows an hour twice, or a recipient who moves, has each but once.
     */
    public String key(Instant at, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return switch (this) {
            case NONE -> throw new IllegalStateException("what is told at once has no key");
            case HOURLY -> HOURLY + " " + at.truncatedTo(ChronoUnit.HOURS);
            case DAILY -> DAILY + " " + day;
            case WEEKLY ->
                WEEKLY + " " + DateTimeFormatter.ISO_WEEK_DATE.format(day).substring(0, WEEK_LENGTH);
        };
    }

    /** How long a time one of a key gathers. */
    public static Duration span(String key) {
        return switch (valueOf(key.substring(0, key.indexOf(' ')))) {
            case NONE -> Duration.ZERO;
            case HOURLY -> Duration.ofHours(1);
            case DAILY -> Duration.ofDays(1);
            case WEEKLY -> Duration.ofDays(7);
        };
    }

    private static Instant morning(LocalDate day, ZoneId zone) {
        return WallTime.instant(day, MORNING, zone);
    }
}
