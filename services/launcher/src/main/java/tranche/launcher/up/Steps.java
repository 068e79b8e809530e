package tranche.launcher.up;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import tranche.world.time.Clock;

/** Says in the terminal what is being done and how long it took, a line for each step. */
final class Steps {

    private static final double MILLIS = 1_000.0;

    private final PrintStream out;
    private final Clock clock;
    private final long started;

    Steps(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.started = clock.monotonicNanos();
    }

    /** Does a step and tells it. */
    <T> T of(String name, Supplier<T> step) {
        long from = clock.monotonicNanos();
        T result = step.get();
        say(String.format(
                Locale.ROOT,
                "%-34s %5.1f s",
                name,
                Duration.ofNanos(clock.monotonicNanos() - from).toMillis() / MILLIS));
        return result;
    }

    /** Does a step that gives nothing and tells it. */
    void of(String name, Runnable step) {
        of(name, () -> {
            step.run();
            return name;
        });
    }

    /** A line, with the time since the start. */
    synchronized void say(String line) {
        out.printf(
                Locale.ROOT,
                "[%5.1f s] %s%n",
                Duration.ofNanos(clock.monotonicNanos() - started).toMillis() / MILLIS,
                line);
        out.flush();
    }
}
