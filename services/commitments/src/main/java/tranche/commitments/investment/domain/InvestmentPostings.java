package tranche.commitments.investment.domain;

import static tranche.commitments.journal.domain.Account.BANK;
import static tranche.commitments.journal.domain.Account.INVESTMENTS_AT_COST;

import java.util.List;
import java.util.Map;
import tranche.commitments.journal.domain.Posting;

/** What an investment books (domain §7.2): the project's cost against the fund's bank account. No commitment is touched. */
public final class InvestmentPostings {

    private InvestmentPostings() {}

    /** Two lines that sum to zero, a debit positive. */
    public static List<Posting> of(InvestmentMade event) {
        return List.of(
                Posting.of(
                        INVESTMENTS_AT_COST, Map.of("project", event.project().toString()), event.amount()),
                Posting.of(BANK, Map.of(), event.amount().negated()));
    }
}
