package tranche.values.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * At which point a read looks: the state after the last version with a valid date up to {@code validOn} and a recorded
 * instant up to {@code knownAt}.
 *
 * @param validOn the day in the world; empty means whatever is latest
 * @param knownAt what was recorded by then; empty means all
 */
public record AsOf(Optional<LocalDate> validOn, Optional<Instant> knownAt) {

    /** As it is now. */
    public static final AsOf NOW = new AsOf(Optional.empty(), Optional.empty());

    public boolean isNow() {
        return validOn.isEmpty() && knownAt.isEmpty();
    }
}
