package tranche.world.time;

import java.time.Instant;

/** Time as the code may see it: one clock for what is written down, one for how long something took. */
public interface Clock {

    /** The wall clock, in microseconds: what the database and the events keep. */
    Instant now();

    /** A clock that never goes back, in nanoseconds from an arbitrary start: for time-outs and durations only. */
    long monotonicNanos();
}
