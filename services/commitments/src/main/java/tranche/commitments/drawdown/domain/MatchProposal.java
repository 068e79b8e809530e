package tranche.commitments.drawdown.domain;

import tranche.commitments.investor.domain.InvestorId;
import tranche.values.money.Money;

/**
 * What a receipt may be for, as a person may say that it is (rule D-4): by itself nothing is matched upon it.
 *
 * @param investor whose line it is
 * @param reference by which payers name the line
 * @param open what is open of the line, before anything of the receipt settles it
 * @param amount what of the receipt would settle the line; above zero
 */
public record MatchProposal(
        CallId call,
        CallLineId line,
        InvestorId investor,
        PaymentReference reference,
        Money open,
        Money amount,
        Rule rule) {

    /** Upon what it is proposed, in the order in which it is looked for. */
    public enum Rule {
        /** The payer wrote the reference of an open line, but did not pay what is open of it, or not when it was. */
        REFERENCE,
        /** The payer's account is known for one investor, who has one open line, of this very amount. */
        DEBTOR
    }
}
