package tranche.web.asof;

import io.micronaut.http.HttpRequest;
import tranche.values.register.AsOf;
import tranche.web.paging.ListQuery;

/** The point in time that the request of a single object names. */
public final class AsOfQuery {

    private AsOfQuery() {}

    /**
     * Reads {@code asOf} and {@code knownAt}; such a request takes no other parameters.
     *
     * @throws tranche.web.problem.Problem {@code validation}
     */
    public static AsOf of(HttpRequest<?> request) {
        ListQuery query = ListQuery.of(request);
        AsOf asOf = query.asOf();
        query.check();
        return asOf;
    }
}
