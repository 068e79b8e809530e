package tranche.notifications.preference.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** What a clock on the wall shows, as an instant (rule N-4). */
public final class WallTime {

    private WallTime() {}

    /**
     * When a clock shows it. A time that a day does not have lies as much later as the clock skips; of two that it has, the
     * earlier one is meant.
     */
    public static Instant instant(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
