package tranche.portal.founding;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How far the demo's data has come in, so that whoever opens the demo early sees why its pages still fill. */
@Singleton
public final class DemoProgress {

    private final AtomicReference<@Nullable Progress> present = new AtomicReference<>();
    /** Of all commands, how many are behind us. */
    public record Progress(int done, int all) {}

    /** Told from any thread, in any order: the furthest counts. */
    public void passed(int done, int all) {
        present.accumulateAndGet(
                new Progress(done, all),
                (before, after) -> before != null && after != null && before.done() > after.done() ? before : after);
    }

    /** Nothing more comes. */
    public void ended() {
        present.set(null);
    }

    /** Empty while nothing is being brought in. */
    public Optional<Progress> present() {
        return Optional.ofNullable(present.get());
    }
}
