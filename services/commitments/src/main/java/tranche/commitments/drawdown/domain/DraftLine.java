package tranche.commitments.drawdown.domain;

import java.util.List;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.investor.domain.InvestorId;
import tranche.values.money.Money;

/**
 * A line as a call would be issued with it.
 *
 * @param shares of each component of which it bears anything, in their order
 */
public record DraftLine(
        CallLineId id, CommitmentId commitment, InvestorId investor, PaymentReference reference, List<Share> shares) {

    public DraftLine {
        shares = List.copyOf(shares);
    }

    public Money amount() {
        return shares.stream().map(Share::amount).reduce(Money::plus).orElseThrow();
    }
}
