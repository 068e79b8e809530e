package tranche.testkit.canary.finch.nest.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.function.Supplier;
import tranche.testkit.house.Breaks;

/** Each method reads a clock. */
@Breaks("nobody but world reads a clock")
final class OwnClock {

    private OwnClock() {}

    static Instant instant() {
        return Instant.now();
    }

    static LocalDate day() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    static ZonedDateTime zoned() {
        return ZonedDateTime.now(ZoneOffset.UTC);
    }

    static Clock clock() {
        return Clock.systemUTC();
    }

    static long millis() {
        return System.currentTimeMillis();
    }

    static long nanos() {
        return System.nanoTime();
    }

    static Date date() {
        return new Date();
    }

    static Calendar calendar() {
        return Calendar.getInstance();
    }

    static Supplier<Instant> later() {
        return Instant::now;
    }
}
