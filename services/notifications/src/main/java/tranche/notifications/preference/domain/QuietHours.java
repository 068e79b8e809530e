package tranche.notifications.preference.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When a recipient is left in peace: wall times of every day, which may cross midnight (rule N-4). Where they are the same
 * there are no quiet hours.
 *
 * <p>Each day's window is an interval of instants, not of wall times: otherwise the hour that a clock repeats in autumn would
 * be quiet twice.
 *
 * @param from of this minute on
 * @param to until this minute, of the next day where it is not after {@code from}
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /**
     * When something that is due may go.
     *
     * @param zone of the recipient
     * @return {@code due} itself outside of the quiet hours, otherwise their end
     */
    public Instant sendAt(Instant due, ZoneId zone) {
        if (from.equals(to)) {
            return due;
        }
        LocalDate today = LocalDate.ofInstant(due, zone);
        Instant at = due;
        // A window that began yesterday may last until now, and its end may lie within today's where a clock skips an
        // hour.
        for (LocalDate day = today.minusDays(1); !day.isAfter(today.plusDays(1)); day = day.plusDays(1)) {
            Instant start = WallTime.instant(day, from, zone);
            Instant end = WallTime.instant(to.isAfter(from) ? day : day.plusDays(1), to, zone);
            if (!at.isBefore(start) && at.isBefore(end)) {
                at = end;
            }
        }
        return at;
    }
}
