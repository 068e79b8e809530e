package tranche.portal.raise.domain;

import java.util.List;
import java.util.Map;
import tranche.values.money.Money;

/**
 * Totals over all commitments that match, shown or not.
 *
 * @param byState how many in each state; states without any are left out
 * @param byCurrency one line for each currency, by code; never added to one another (rule D-14)
 */
public record CommitmentTotals(
        long count, long investors, Map<CommitmentState, Long> byState, List<InCurrency> byCurrency) {

    public CommitmentTotals {
        byState = Map.copyOf(byState);
        byCurrency = List.copyOf(byCurrency);
    }

    /** The sums of one currency. */
    public record InCurrency(long count, Money amount, Money called, Money paid, Money uncalled) {}

    /** How many are in the state. */
    public long in(CommitmentState state) {
        return byState.getOrDefault(state, 0L);
    }
}
