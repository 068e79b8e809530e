package tranche.engines;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another process does and no signal announces. */
public final class Wait {

    /** Short against the seconds an engine takes, long against the cost of a look. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private Wait() {}

    /**
     * Looks until the condition holds.
     *
     * @return whether it held before the limit was over
     */
    public static boolean until(BooleanSupplier condition, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() >= end) {
                return false;
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new EngineException("Interrupted while waiting for an engine.", interrupted);
            }
        }
        return true;
    }
}
