package tranche.notifications;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import tranche.world.time.Clock;
import tranche.world.time.SystemClock;

/** The machine's clock, set forward by a test for the services that it starts with {@value #PROPERTY}. */
@NullMarked
@Singleton
@Primary
@Requires(property = MovableClock.PROPERTY, value = "true")
public final class MovableClock implements Clock {

    public static final String PROPERTY = "tranche.test.movable-clock";

    private static volatile Duration ahead = Duration.ZERO;

    private final Clock machine = new SystemClock();

    /** Lets time pass. */
    public static void tick(Duration duration) {
        ahead = ahead.plus(duration);
    }

    /** Back to the machine's time, once no service of the test runs. */
    public static void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant now() {
        return machine.now().plus(ahead);
    }

    @Override
    public long monotonicNanos() {
        return machine.monotonicNanos();
    }
}
