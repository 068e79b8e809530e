package tranche.world;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A place between two steps where the power may fail. In production it costs a read of a constant; a crash test names one
 * in {@code tranche.failpoint} as {@code name:hit} and the JVM halts there, at that hit, without a goodbye.
 */
public final class Failpoint {

    private static final @Nullable String ARMED = System.getProperty("tranche.failpoint");
    private static final Map<String, AtomicInteger> HITS = new ConcurrentHashMap<>();

    /** The exit code of a planned crash, so that a test can tell it from another end. */
    public static final int EXIT_CODE = 86;

    private Failpoint() {}

    /** Passes by, or halts the JVM where this point is armed. */
    public static void at(String name) {
        if (ARMED != null) {
            hit(name, ARMED);
        }
    }

    /**
     * Does a step and, where this point is armed, halts while the step is under way: its answer is never read.
     *
     * @param step for instance a commit, whose request reaches the server before the JVM ends
     */
    public static <X extends Exception> void during(String name, Step<X> step) throws X {
        if (ARMED != null && ARMED.startsWith(name + ":")) {
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    Thread.sleep(Duration.ofMillis(1));
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
                hit(name, ARMED);
            });
        }
        step.take();
    }

    /** A step that may fail. */
    @FunctionalInterface
    public interface Step<X extends Exception> {
        void take() throws X;
    }

    private static void hit(String name, String armed) {
        int colon = armed.lastIndexOf(':');
        if (!armed.substring(0, colon).equals(name)) {
            return;
        }
        int hits = HITS.computeIfAbsent(name, point -> new AtomicInteger()).incrementAndGet();
        if (hits == Integer.parseInt(armed.substring(colon + 1))) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
