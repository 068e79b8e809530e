package tranche.world.tasks;

import java.time.Duration;

/** What a service does by itself, again and again, from its start to its end. */
public interface Recurring {

    /** Its name in logs and thread dumps, for instance {@code due-closings}. */
    String name();

    /** How long it waits before it looks again. */
    Duration pause();

    /** Does all that there is to do now. What it throws is logged, and it looks again after the pause. */
    void work() throws InterruptedException;
}
