package tranche.portal.words.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * Dates and times as people read them: {@code 15 Dec 2025}, {@code 15 déc. 2025}; {@code 15:20}, {@code 15 h 20}. Never
 * digits alone.
 */
public final class DateWords {

    private final Locale locale;
    private final boolean french;
    private final ZoneId zone;

    private DateWords(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.french = locale.equals(Locale.FRENCH);
        this.zone = zone;
    }

    /** For a reader in a zone. */
    public static DateWords of(Locale locale, ZoneId zone) {
        return new DateWords(locale, zone);
    }

    /** {@code 15 Dec 2025}, {@code 15 déc. 2025}, {@code 1er janv. 2026}. */
    public String day(LocalDate day) {
        return dayOfMonth(day) + "\u00A0" + month(day, TextStyle.SHORT) + "\u00A0" + day.getYear();
    }

    /** {@code March 2024}, {@code mars 2024}. */
    public String month(LocalDate day) {
        return month(day, TextStyle.FULL) + "\u00A0" + day.getYear();
    }

    /** {@code Q1 2024}, {@code T1 2024}. */
    public String quarterInFull(LocalDate day) {
        return quarterSign() + quarterOf(day) + "\u00A0" + day.getYear();
    }

    /** {@code Q1 26}, {@code T1 26}: the axis of a chart. */
    public String quarter(LocalDate day) {
        return quarterSign() + quarterOf(day) + "\u00A0" + "%02d".formatted(Math.floorMod(day.getYear(), 100));
    }

    /** {@code 15:20}, {@code 15 h 20}, in the reader's zone. */
    public String time(Instant instant) {
        return clock(instant.atZone(zone));
    }

    /** To the second, {@code 15:20:31}, {@code 15 h 20 min 31 s}, in the reader's zone. */
    public String clock(Instant instant) {
        return precise(instant.atZone(zone));
    }

    /** {@code 15 Dec 2025, 15:20}, in the reader's zone. */
    public String moment(Instant instant) {
        ZonedDateTime at = instant.atZone(zone);
        return day(at.toLocalDate()) + (french ? " à " : ", ") + clock(at);
    }

    /** With seconds and zone, for tooltips: {@code 15 Dec 2025, 15:20:31 UTC}. */
    public String exact(Instant instant) {
        ZonedDateTime at = instant.atZone(zone);
        return day(at.toLocalDate())
                + (french ? " à " : ", ")
                + precise(at)
                + "\u00A0"
                + at.format(DateTimeFormatter.ofPattern("z", locale));
    }

    /** As near as the eye needs it: the time today, the weekday within the week, the day before that. */
    public String recent(Instant instant, Instant now) {
        ZonedDateTime at = instant.atZone(zone);
        LocalDate day = at.toLocalDate();
        LocalDate today = now.atZone(zone).toLocalDate();
        if (day.equals(today)) {
            return clock(at);
        }
        if (day.isAfter(today.minusDays(7)) && day.isBefore(today)) {
            return at.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
        }
        if (day.getYear() == today.getYear()) {
            return dayOfMonth(day) + "\u00A0" + month(day, TextStyle.SHORT);
        }
        return day(day);
    }

    /** When an earlier visit was: the time today, the weekday within the week, the day before that. */
    public String visit(Instant instant, Instant now) {
        ZonedDateTime at = instant.atZone(zone);
        if (at.toLocalDate().equals(now.atZone(zone).toLocalDate())) {
            return clock(at);
        }
        boolean withinTheWeek = Duration.between(instant, now).compareTo(Duration.ofDays(6)) < 0;
        return withinTheWeek ? at.getDayOfWeek().getDisplayName(TextStyle.FULL, locale) : day(at.toLocalDate());
    }

    /** For the attribute {@code datetime}. */
    public static String machine(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant);
    }

    private String precise(ZonedDateTime at) {
        String seconds = "%02d".formatted(at.getSecond());
        return clock(at) + (french ? "\u00A0min\u00A0" + seconds + "\u00A0s" : ":" + seconds);
    }

    private String clock(ZonedDateTime at) {
        String minute = "%02d".formatted(at.getMinute());
        return french ? at.getHour() + "\u00A0h\u00A0" + minute : "%02d".formatted(at.getHour()) + ":" + minute;
    }

    private String dayOfMonth(LocalDate day) {
        return french && day.getDayOfMonth() == 1 ? "1er" : String.valueOf(day.getDayOfMonth());
    }

    private String month(LocalDate day, TextStyle style) {
        return day.getMonth().getDisplayName(style, locale);
    }

    private String quarterSign() {
        return french ? "T" : "Q";
    }

    private static int quarterOf(LocalDate day) {
        return (day.getMonthValue() + 2) / 3;
    }
}
