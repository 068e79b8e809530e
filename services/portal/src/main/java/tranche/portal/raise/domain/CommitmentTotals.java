package tranche.portal.raise.domain;

import java.util.List;
import java.util.Map;
import tranche.values.money.Money;

/**
 * Totals over all commitments that match, shown or not.
 *
 * @param byState how many in each state; states without any are left out
 * @param byCurrency one line for each currency, by code; never added to one another (rule D-14). What was transferred adds
 *     nothing to the amount unless it was asked for alone: it counts with whoever has it now
 */
public record CommitmentTotals(
        long count, long investors, Map<CommitmentState, Long> byState, List<InCurrency> byCurrency) {

    public CommitmentTotals {
        byState = Map.copyOf(byState);
        byCurrency = List.copyOf(byCurrency);
    }

    /** The sums of one currency. */
    public record InCurrency(long count, Money amount, Money called, Money paid, Money uncalled) {

        /** The same of commitments whose amounts stand elsewhere. */
        public InCurrency withoutAmount() {
            return new InCurrency(count, Money.zero(amount.currency()), called, paid, uncalled);
        }
    }

    /** How many are in the state. */
    public long in(CommitmentState state) {
        return byState.getOrDefault(state, 0L);
    }
}
