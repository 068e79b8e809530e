package tranche.portal.drawdown.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A line that an investor has to pay, with the call that it is of. */
public record Demand(CapitalCall call, CallLine line) {

    private static final Comparator<Demand> SOONEST_FIRST = Comparator.comparing(
                    (Demand demand) -> demand.call().due())
            .thenComparing(demand -> demand.call().reference())
            .thenComparing(demand -> demand.line().id());

    /**
     * What is open of these investors, and what was demanded of them by calls that somebody looks at already, the soonest
     * first.
     */
    public static List<Demand> of(List<CapitalCall> calls, Set<UUID> investors, Set<UUID> lookedAt) {
        return calls.stream()
                .flatMap(call -> call.lines().stream().map(line -> new Demand(call, line)))
                .filter(demand -> investors.contains(demand.line().investor())
                        && (demand.isOpen() || lookedAt.contains(demand.call().id())))
                .distinct()
                .sorted(SOONEST_FIRST)
                .toList();
    }

    /** Whether it is still to be paid. */
    public boolean isOpen() {
        return line.state().isOpen();
    }
}
