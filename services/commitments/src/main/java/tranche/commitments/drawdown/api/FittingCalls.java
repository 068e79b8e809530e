package tranche.commitments.drawdown.api;

import java.util.List;
import java.util.function.ToLongFunction;
import tranche.commitments.drawdown.domain.CapitalCall;

/**
 * How many calls a page of them holds. A call is shown with its lines, of which it may have as many as its fund has investors:
 * the limit on calls alone would let 500 calls of a large fund be held at once.
 */
final class FittingCalls {

    /** Of all calls of a page together, but where one has more by itself: some tens of megabytes as JSON. */
    static final int MOST_LINES = 20_000;

    private FittingCalls() {}

    /**
     * As many as fit, in their order, at least one where there is one.
     *
     * @param limit of calls
     * @param lines how many a call is shown with
     */
    static int of(List<CapitalCall> calls, int limit, ToLongFunction<CapitalCall> lines) {
        int fitting = 0;
        long shown = 0;
        for (CapitalCall call : calls.subList(0, Math.min(limit, calls.size()))) {
            shown += lines.applyAsLong(call);
            if (fitting > 0 && shown > MOST_LINES) {
                return fitting;
            }
            fitting++;
        }
        return fitting;
    }
}
