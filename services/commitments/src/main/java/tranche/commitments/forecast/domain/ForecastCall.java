package tranche.commitments.forecast.domain;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import tranche.values.money.AllocationRefusal;
import tranche.values.money.Money;

/**
 * A call that is to be expected, shared as it would be.
 *
 * @param lines by the holders' keys, those with nothing included; none where it cannot be shared
 * @param refusal why it cannot be shared; empty where it can
 */
public record ForecastCall(Expected expected, SortedMap<String, Money> lines, Optional<AllocationRefusal> refusal) {

    public ForecastCall {
        lines = Collections.unmodifiableSortedMap(lines);
    }
}
