package tranche.web.asof;

import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import tranche.web.paging.ListQuery;

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

    /**
     * The point that the request of a single object names by {@code asOf} and {@code knownAt}; it takes no other
     * parameters.
     *
     * @throws tranche.web.problem.Problem {@code validation}
     */
    public static AsOf of(HttpRequest<?> request) {
        ListQuery query = ListQuery.of(request);
        AsOf asOf = query.asOf();
        query.check();
        return asOf;
    }

    public boolean isNow() {
        return validOn.isEmpty() && knownAt.isEmpty();
    }
}
