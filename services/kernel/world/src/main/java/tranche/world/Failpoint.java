package tranche.world;

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
