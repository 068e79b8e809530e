package tranche.world.time;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The machine's own clocks. */
public final class SystemClock implements Clock {

    @Override
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public long monotonicNanos() {
        return System.nanoTime();
    }
}
