package tranche.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tranche.world.time.Clock;

/** A clock that stands still until the test moves it. Both of its times move together unless one is {@link #set}. */
public final class TestClock implements Clock {

    private Instant now;
    private long monotonicNanos;

    /** @param start the wall clock's first time */
    public TestClock(Instant start) {
        this.now = start.truncatedTo(ChronoUnit.MICROS);
    }

    /** A clock that starts at a moment given as text, for instance {@code 2026-03-02T09:30:00Z}. */
    public static TestClock at(String start) {
        return new TestClock(Instant.parse(start));
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized long monotonicNanos() {
        return monotonicNanos;
    }

    /** Lets time pass. */
    public synchronized void tick(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("time does not run backwards; set() sets the wall clock back");
        }
        now = now.plus(duration).truncatedTo(ChronoUnit.MICROS);
        monotonicNanos += duration.toNanos();
    }

    /** Sets the wall clock, forwards or back, as an administrator would; the monotonic clock takes no notice. */
    public synchronized void set(Instant wall) {
        now = wall.truncatedTo(ChronoUnit.MICROS);
    }
}
